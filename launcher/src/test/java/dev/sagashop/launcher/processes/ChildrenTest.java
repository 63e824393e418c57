package dev.sagashop.launcher.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells a child that its parent died")
class ChildrenTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void boundChildrenDieWithAKilledJvmButNotWithTheThreadThatAskedForThem()
      throws IOException, InterruptedException {
    Process jvm = startJvm(ChildLife.BOUND);
    ProcessIdentity child = childOf(jvm);
    assertThat(child.isAlive()).isTrue();

    jvm.destroyForcibly().waitFor();

    assertThat(Waiting.until(LIMIT, () -> !child.isAlive())).isTrue();
  }

  @Test
  void detachedChildrenOutliveTheirJvm() throws IOException, InterruptedException {
    Process jvm = startJvm(ChildLife.DETACHED);
    ProcessIdentity child = childOf(jvm);

    jvm.destroyForcibly().waitFor();

    assertThat(child.isAlive()).isTrue();
    child.signal(Signal.TERM);
    assertThat(Waiting.until(LIMIT, () -> !child.isAlive())).isTrue();
  }

  private Process startJvm(ChildLife life) throws IOException {
    return new ProcessBuilder(
            Tools.java(),
            "-cp",
            System.getProperty("java.class.path"),
            SleeperMain.class.getName(),
            life.name(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static ProcessIdentity childOf(Process jvm) throws IOException {
    var output =
        new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
    return ProcessIdentity.of(Long.parseLong(output.readLine())).orElseThrow();
  }
}
