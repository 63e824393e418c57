package dev.sagashop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.parts.TestDatabase;
import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.platform.web.testing.Http;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The running service on a database of its own; all tests of the module share both. */
@SpringBootTest(
    classes = IdentityApiApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "sagashop.identity.allowed-origins=https://staff.example")
public abstract class IdentityTest {

  public static final String ADMIN = "admin@example.com";
  public static final String SUPPORT = "support@example.com";
  public static final String CUSTOMER = "user@example.com";

  /** Of those who register; the seeded users have the word itself. */
  public static final String PASSWORD = "engine no 1";

  /** Hashing is slow on purpose; one sign-in serves all tests that only need a token. */
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  public static final TestDatabase DATABASE = TestParts.postgres().createDatabase("user_db");

  private Http http = new Http(0);

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::jdbcUrl);
    registry.add("spring.datasource.username", DATABASE::username);
    registry.add("spring.datasource.password", DATABASE::password);
  }

  @BeforeEach
  void connect(@Value("${local.server.port}") int port) {
    http = new Http(port);
  }

  public Http http() {
    return http;
  }

  /** Signs a seeded user in. */
  public Http.Answer login(String email, String... headers) {
    return loginWith(email, "password", headers);
  }

  public Http.Answer loginWith(String email, String password, String... headers) {
    return http.post("/auth/login", Map.of("email", email, "password", password), headers);
  }

  /** Of a seeded user. */
  public String token(String email) {
    return TOKENS.computeIfAbsent(
        email,
        _ -> {
          Http.Answer answer = login(email);
          assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
          return answer.text("accessToken");
        });
  }

  public String[] as(String email) {
    return Http.bearer(token(email));
  }

  public static Map<String, String> registration(String email) {
    return Map.of("email", email, "password", PASSWORD, "firstName", "Ada", "lastName", "Lovelace");
  }

  /** A new customer, signed in. */
  public Http.Answer register(String email) {
    Http.Answer answer = http.post("/auth/register", registration(email));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer;
  }

  /** The pair of name and value at the start of the cookie that an answer sets. */
  public static String cookieOf(Http.Answer answer) {
    return answer.header("Set-Cookie").split(";", 2)[0];
  }

  public static void assertProblem(Http.Answer answer, int status, String error, String message) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.body().path("status").asInt()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.text("message")).isEqualTo(message);
    assertThat(answer.text("code")).isNotBlank();
  }

  public static void assertInvalid(Http.Answer answer, String field) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("VALIDATION_ERROR");
    assertThat(answer.body().path("errors").findValuesAsString("field")).contains(field);
  }
}
