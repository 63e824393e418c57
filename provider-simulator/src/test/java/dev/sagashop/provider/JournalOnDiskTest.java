package dev.sagashop.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is left of the journal after a stop, a kill and a crash in the middle of a write. */
@Timeout(120)
class JournalOnDiskTest {

  @TempDir private Path folder;

  @Test
  void aRestartForgetsTheSettingsAndRemembersTheJournal() throws IOException {
    JsonNode before =
        inOneLife(
            caller -> {
              caller.charge(1);
              caller.refund(1, 1, "10.00");
              caller.set("{\"mode\": \"FAIL\"}");
              caller.charge(2);
              return caller.get("/journal").body();
            });

    JsonNode after = inOneLife(caller -> caller.get("/journal").body());
    assertThat(after).isEqualTo(before);
    inOneLife(
        caller -> {
          assertThat(caller.charge(2).text("outcome")).isEqualTo("DECLINED");
          assertThat(caller.refund(1, 2, "84.97").text("outcome")).isEqualTo("REFUSED");
          assertThat(caller.charge(3).text("outcome")).isEqualTo("SUCCEEDED");
          return caller.get("/settings").body();
        });
  }

  @Test
  void aTornLastLineIsCutOffBecauseNobodyWasToldOfIt() throws IOException {
    inOneLife(caller -> caller.charge(1).body());
    Files.writeString(file(), "{\"idempotencyKey\":\"charge:2\",\"ki", StandardOpenOption.APPEND);

    JsonNode journal =
        inOneLife(
            caller -> {
              assertThat(caller.get("/journal").body()).hasSize(1);
              assertThat(caller.charge(2).text("outcome")).isEqualTo("SUCCEEDED");
              return caller.get("/journal").body();
            });

    assertThat(journal).hasSize(2);
    assertThat(Files.readAllLines(file())).hasSize(2);
    JsonNode later = inOneLife(caller -> caller.get("/journal").body());
    assertThat(later).isEqualTo(journal);
  }

  @Test
  void aBrokenLineInTheMiddleStopsTheStartAndIsNamed() throws IOException {
    inOneLife(caller -> List.of(caller.charge(1), caller.charge(2), caller.charge(3)));
    List<String> lines = Files.readAllLines(file());
    Files.write(file(), List.of(lines.get(0), lines.get(1).substring(9), lines.get(2)));

    assertThatThrownBy(this::start)
        .isInstanceOf(BrokenJournal.class)
        .hasMessageContaining("Line 2 of " + file());
    assertThat(Files.readAllLines(file())).hasSize(3);
  }

  @Test
  void aKeyThatIsDecidedTwiceStopsTheStartAndIsNamed() throws IOException {
    inOneLife(caller -> caller.charge(1));
    String line = Files.readString(file());
    Files.writeString(file(), line, StandardOpenOption.APPEND);

    assertThatThrownBy(this::start)
        .isInstanceOf(BrokenJournal.class)
        .hasMessageContaining("Line 2 of")
        .hasMessageContaining("charge:1");
  }

  @Test
  void twoProvidersNeverShareAJournal() throws IOException {
    try (ProviderSimulator _ = start()) {
      assertThatThrownBy(this::start)
          .isInstanceOf(BrokenJournal.class)
          .hasMessageContaining("in use");
    }
  }

  @Test
  void theProgramOutlivesAKillAndEndsCleanlyWhenAsked() throws Exception {
    Process first = program();
    JsonNode charged;
    try (Caller caller = Caller.of(address(first))) {
      charged = caller.charge(1).body();
    } finally {
      first.destroyForcibly().waitFor();
    }

    Process second = program();
    try (Caller caller = Caller.of(address(second))) {
      assertThat(caller.charge(1).body()).isEqualTo(charged);
    } finally {
      second.destroy();
    }
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isZero();
  }

  @Test
  void theProgramDoesNotStartOnABrokenJournal() throws Exception {
    Files.writeString(file(), "broken\n");
    Process program = program();

    assertThat(program.errorReader().lines().toList().toString()).contains("Line 1 of");
    assertThat(program.waitFor()).isEqualTo(1);
  }

  private interface Life<T> {
    T live(Caller caller) throws IOException;
  }

  private <T> T inOneLife(Life<T> life) throws IOException {
    try (ProviderSimulator simulator = start();
        Caller caller = Caller.of(simulator.url())) {
      return life.live(caller);
    }
  }

  private ProviderSimulator start() throws IOException {
    return ProviderSimulator.start(
        0, folder, Settings.working(MockMode.SUCCESS, Settings.DEFAULT_FAILURE_REASON));
  }

  private Path file() {
    return folder.resolve("journal.jsonl");
  }

  private Process program() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    builder.environment().put("PORT", "0");
    builder.environment().put("JOURNAL_DIR", folder.toString());
    return builder.start();
  }

  /** As the first line of its log says. */
  private static URI address(Process program) throws IOException {
    BufferedReader log = program.inputReader();
    String line = log.readLine();
    Matcher matcher = Pattern.compile("Serving on /127.0.0.1:(\\d+)").matcher(line);
    assertThat(matcher.find()).as(line).isTrue();
    return URI.create("http://127.0.0.1:" + matcher.group(1));
  }
}
