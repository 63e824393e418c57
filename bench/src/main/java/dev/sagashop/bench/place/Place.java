package dev.sagashop.bench.place;

import dev.sagashop.bench.BenchException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A running shop, as the launcher tells of it in the environment.
 *
 * @param gateway for example {@code http://127.0.0.1:8080}
 * @param databaseUrl of any database of the server, for a user who may create one
 * @param kafka {@code host:port}
 * @param temporal {@code host:port}
 * @param results folder for the JSON files
 */
public record Place(
    String gateway,
    String databaseUrl,
    String databaseUser,
    String databasePassword,
    String kafka,
    String temporal,
    String namespace,
    Path results) {

  public static Place of(Map<String, String> environment) {
    return new Place(
        required(environment, "GATEWAY_URL"),
        required(environment, "DB_URL"),
        required(environment, "DB_USERNAME"),
        required(environment, "DB_PASSWORD"),
        required(environment, "KAFKA_BOOTSTRAP_SERVERS"),
        required(environment, "TEMPORAL_ADDRESS"),
        required(environment, "TEMPORAL_NAMESPACE"),
        Path.of(required(environment, "BENCH_RESULTS")));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new BenchException(
          "%s is not set; start the benchmark with ./shop bench, which sets it".formatted(name));
    }
    return value;
  }
}
