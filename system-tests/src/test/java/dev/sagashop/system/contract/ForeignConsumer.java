package dev.sagashop.system.contract;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.system.shop.RunningShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program of another team beside the shop, in a process of its own. */
final class ForeignConsumer implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int SECONDS_TO_STOP = 20;

  private final Process process;
  private final Path journal;
  private final Path log;

  private ForeignConsumer(Process process, Path journal, Path log) {
    this.process = process;
    this.journal = journal;
    this.log = log;
  }

  /** Starts it with a group that nobody has used, so that it reads from the beginning. */
  static ForeignConsumer start(RunningShop shop) throws IOException {
    Path target = Checkout.find().folder("foreign-consumer/target");
    Path jar = target.resolve("foreign-consumer-0.1.0-SNAPSHOT.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          jar + " is not built, expected Maven to package foreign-consumer before system-tests");
    }
    Path journal = target.resolve("journal.jsonl");
    Files.writeString(journal, "");
    Path log = target.resolve("foreign-consumer.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", shop.kafka());
    builder.environment().put("REPORTING_GROUP", "reporting-" + UUID.randomUUID());
    builder.environment().put("REPORTING_JOURNAL", journal.toString());
    return new ForeignConsumer(builder.start(), journal, log);
  }

  /** A line of its journal. */
  record Line(JsonNode json) {

    String position() {
      return "%s-%d@%d"
          .formatted(
              json.path("topic").asString(),
              json.path("partition").asInt(),
              json.path("offset").asLong());
    }

    boolean isError() {
      return !json.path("error").isNull();
    }
  }

  List<Line> journal() {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "the foreign consumer ended with %d, expected it to run; it printed:%n%s"
              .formatted(process.exitValue(), read(log)));
    }
    String written = read(journal);
    // The last line may be half written.
    return written
        .substring(0, written.lastIndexOf('\n') + 1)
        .lines()
        .map(line -> new Line(JSON.readTree(line)))
        .toList();
  }

  List<String> log() {
    return read(log).lines().toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException error) {
      throw new UncheckedIOException("cannot read " + file, error);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, SECONDS_TO_STOP, TimeUnit.SECONDS).join();
    if (process.isAlive()) {
      process.destroyForcibly();
    }
  }
}
