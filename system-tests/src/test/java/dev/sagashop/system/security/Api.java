package dev.sagashop.system.security;

import dev.sagashop.launcher.checkout.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the services say of themselves, as it is committed under {@code docs/api}. */
final class Api {

  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * A route.
   *
   * @param answers the documented statuses
   */
  record Operation(String service, HttpMethod method, String path, Set<Integer> answers) {

    @Override
    public String toString() {
      return "%s: %s %s".formatted(service, method, path);
    }
  }

  private Api() {}

  static Path folder() {
    return Checkout.find().root().resolve("docs/api");
  }

  static List<Operation> operations() {
    try (Stream<Path> files = Files.list(folder())) {
      return files.sorted().flatMap(Api::operations).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder(), e);
    }
  }

  private static Stream<Operation> operations(Path file) {
    String service = file.getFileName().toString().replace(".json", "");
    JsonNode paths = JSON.readTree(file.toFile()).path("paths");
    return paths
        .propertyStream()
        .flatMap(
            path ->
                path.getValue()
                    .propertyStream()
                    .map(
                        method ->
                            new Operation(
                                service,
                                HttpMethod.valueOf(
                                    method.getKey().toUpperCase(java.util.Locale.ROOT)),
                                path.getKey(),
                                method
                                    .getValue()
                                    .path("responses")
                                    .propertyStream()
                                    .map(answer -> Integer.valueOf(answer.getKey()))
                                    .collect(Collectors.toUnmodifiableSet()))));
  }
}
