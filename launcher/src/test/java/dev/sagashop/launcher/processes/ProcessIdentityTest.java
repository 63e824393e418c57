package dev.sagashop.launcher.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {
  @TempDir private Path folder;

  @Test
  void recognisesItsProcessAgain() throws IOException {
    Path file = folder.resolve("me.pid");
    ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow().write(file);

    assertThat(ProcessIdentity.read(file))
        .hasValueSatisfying(me -> assertThat(me.isAlive()).isTrue());
  }

  @Test
  void isNotFooledByARecycledPid() throws IOException {
    Path file = folder.resolve("recycled.pid");
    Files.writeString(file, ProcessHandle.current().pid() + " 1\n");

    assertThat(ProcessIdentity.read(file).orElseThrow().isAlive()).isFalse();
  }

  @Test
  void leavesARecycledPidAlone() throws IOException, InterruptedException {
    Process bystander = new ProcessBuilder("sleep", "60").start();
    try {
      ProcessIdentity recycled = new ProcessIdentity(bystander.pid(), "1");
      recycled.signal(Signal.KILL);
      recycled.killWithDescendants();

      assertThat(bystander.isAlive()).isTrue();
    } finally {
      bystander.destroyForcibly().waitFor();
    }
  }

  @Test
  void takesAnEndedProcessForDeadEvenBeforeItIsCollected()
      throws IOException, InterruptedException {
    Process ended = new ProcessBuilder("true").start();
    ProcessIdentity.of(ended.pid()).ifPresent(process -> assertThat(process.pid()).isPositive());
    ended.waitFor();

    assertThat(ProcessIdentity.of(ended.pid())).isEmpty();
  }

  @Test
  void takesAFileThatSaysNothingUsefulForNone() throws IOException {
    Path file = folder.resolve("odd.pid");
    Files.writeString(file, "twelve\n");

    assertThat(ProcessIdentity.read(file)).isEmpty();
    assertThat(ProcessIdentity.read(folder.resolve("absent.pid"))).isEmpty();
  }
}
