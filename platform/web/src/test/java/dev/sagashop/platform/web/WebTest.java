package dev.sagashop.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.TestTokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One running service for all tests; its keys come over HTTP as in production. */
@SpringBootTest(
    classes = ShopApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.application.name=book-service")
abstract class WebTest {

  static final TestTokens TOKENS = TestTokens.start();

  @Value("${local.server.port}")
  private int port;

  @DynamicPropertySource
  static void keys(DynamicPropertyRegistry registry) {
    registry.add("sagashop.web.jwks-uri", TOKENS::jwksUri);
  }

  Http http() {
    return new Http(port);
  }

  static String[] customer() {
    return bearer(TOKENS.customer(7));
  }

  static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  static void assertProblem(Http.Answer answer, int status, String code, String path) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body().propertyNames())
        .containsExactly(
            "timestamp",
            "status",
            "error",
            "message",
            "path",
            "type",
            "title",
            "detail",
            "instance",
            "code",
            "traceId",
            "errors");
    assertThat(answer.body().path("status").asInt()).isEqualTo(status);
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.text("path")).isEqualTo(path).isEqualTo(answer.text("instance"));
    assertThat(answer.text("message")).isNotBlank().isEqualTo(answer.text("detail"));
    assertThat(answer.text("traceId")).isNotBlank().isEqualTo(answer.header("X-Trace-Id"));
    assertThat(answer.text("timestamp"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?");
  }
}
