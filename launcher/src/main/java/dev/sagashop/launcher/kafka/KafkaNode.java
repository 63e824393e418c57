package dev.sagashop.launcher.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The main class of the broker's JVM: formats the data folder when it is new, then serves. */
public final class KafkaNode {
  private KafkaNode() {}

  public static void main(String[] arguments) throws IOException {
    Path configuration = Path.of(arguments[0]);
    String clusterId = arguments[1];
    if (!Files.exists(dataFolder(configuration).resolve("meta.properties"))) {
      format(configuration, clusterId);
    }
    Kafka.main(new String[] {configuration.toString()});
  }

  private static void format(Path configuration, String clusterId) {
    int exitCode =
        StorageTool.execute(
            new String[] {
              "format",
              "--config",
              configuration.toString(),
              "--cluster-id",
              clusterId,
              "--ignore-formatted"
            },
            System.out);
    if (exitCode != 0) {
      throw new IllegalStateException(
          "Formatting Kafka's data folder ended with %d, expected 0".formatted(exitCode));
    }
  }

  private static Path dataFolder(Path configuration) throws IOException {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(configuration)) {
      properties.load(reader);
    }
    return Path.of(properties.getProperty("log.dirs", ""));
  }
}
