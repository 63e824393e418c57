package dev.sagashop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.parts.TestDatabase;
import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.platform.web.testing.Http;
import dev.sagashop.platform.web.testing.TestTokens;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The running service on a database of its own; all tests of the module share both. */
@SpringBootTest(
    classes = CatalogApiApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class CatalogTest {

  static final TestTokens TOKENS = TestTokens.start();
  static final long ADMIN_ID = 1;
  static final String[] ADMIN = Http.bearer(TOKENS.admin(ADMIN_ID));
  static final String[] SUPPORT = Http.bearer(TOKENS.support(3));
  static final String[] CUSTOMER = Http.bearer(TOKENS.customer(2));
  static final String[] NOBODY = {};

  private static final TestDatabase DATABASE = TestParts.postgres().createDatabase("product_db");

  private Http http = new Http(0);

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::jdbcUrl);
    registry.add("spring.datasource.username", DATABASE::username);
    registry.add("spring.datasource.password", DATABASE::password);
    registry.add("sagashop.web.jwks-uri", TOKENS::jwksUri);
    registry.add("sagashop.images.directory", () -> "target/images");
  }

  @BeforeEach
  void connect(@Value("${local.server.port}") int port) {
    http = new Http(port);
  }

  Http http() {
    return http;
  }

  static void assertProblem(Http.Answer answer, int status, String error, String message) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.body().path("status").asInt()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.text("message")).isEqualTo(message);
    assertThat(answer.text("code")).isNotBlank();
  }

  static void assertInvalid(Http.Answer answer, String field) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("VALIDATION_ERROR");
    assertThat(answer.body().path("errors").findValuesAsString("field")).contains(field);
  }

  static List<Long> ids(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(element -> element.path("id").asLong())
        .toList();
  }

  static JsonNode withId(JsonNode array, long id) {
    return StreamSupport.stream(array.spliterator(), false)
        .filter(element -> element.path("id").asLong() == id)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No element with id " + id + " in " + array));
  }
}
