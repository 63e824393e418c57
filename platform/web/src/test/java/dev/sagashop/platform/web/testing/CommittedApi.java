package dev.sagashop.platform.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds what a service says of itself under {@code /v3/api-docs} against {@code docs/api}, from
 * which clients are generated. {@code mvn test -Dsagashop.write-api=true} writes it anew.
 */
public final class CommittedApi {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern NUMBERED = Pattern.compile(".*_\\d+");

  private CommittedApi() {}

  /**
   * @param service name of the file, {@code order-service}
   */
  public static void expectSame(String service, String description) {
    JsonNode api = JSON.readTree(description);
    assertThat(api.has("openapi")).as("%s describes itself: %s", service, api).isTrue();
    expectTellingNames(api);
    String now = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(api) + "\n";
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

  /**
   * Generated clients name their functions after the operations. Two methods of one name get
   * numbers by chance.
   */
  static void expectTellingNames(JsonNode api) {
    assertThat(api.path("paths").findValuesAsString("operationId"))
        .as("names of operations; rename the methods of the controllers")
        .doesNotHaveDuplicates()
        .noneMatch(name -> NUMBERED.matcher(name).matches());
  }

  /** Tests run in the folder of their module. */
  private static Path root() {
    return Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
  }
}
