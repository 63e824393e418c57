package dev.sagashop.platform.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds what a service says of itself under {@code /v3/api-docs} against {@code docs/api}, from
 * which clients are generated. {@code mvn test -Dsagashop.write-api=true} writes it anew.
 */
public final class CommittedApi {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CommittedApi() {}

  /**
   * @param service name of the file, {@code order-service}
   */
  public static void expectSame(String service, String description) {
    String now =
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(description)) + "\n";
    Path file = root().resolve("docs/api").resolve(service + ".json");
    try {
      if (Boolean.getBoolean("sagashop.write-api")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, now);
      }
      assertThat(Files.exists(file) ? Files.readString(file) : "")
          .as("%s; if the change is meant, write it by -Dsagashop.write-api=true", file)
          .isEqualTo(now);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + file, e);
    }
  }

  /** Tests run in the folder of their module. */
  private static Path root() {
    return Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
  }
}
