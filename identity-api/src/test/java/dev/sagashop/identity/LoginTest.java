package dev.sagashop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.Http;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class LoginTest extends IdentityTest {

  @ParameterizedTest
  @CsvSource({
    "admin@example.com, 1, Admin, User, ROLE_ADMIN",
    "user@example.com, 2, John, Doe, ROLE_CUSTOMER",
    "SUPPORT@example.com, 3, Sam, Support, ROLE_SUPPORT"
  })
  void signsTheSeededUsersIn(
      String email, long id, String firstName, String lastName, String role) {
    Http.Answer answer = login(email);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("tokenType")).isEqualTo("Bearer");
    Http.Answer me = http().get("/users/me", Http.bearer(answer.text("accessToken")));
    assertThat(me.body().path("id").asLong()).isEqualTo(id);
    assertThat(me.text("firstName")).isEqualTo(firstName);
    assertThat(me.text("lastName")).isEqualTo(lastName);
    assertThat(me.text("role")).isEqualTo(role);
  }

  @Test
  void setsACookieThatOnlyThisSiteAndNoScriptCanUse() {
    assertThat(login("user@example.com").header("Set-Cookie"))
        .matches(
            "refresh_token=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}; Path=/; Max-Age=604800;"
                + " Expires=[^;]+; HttpOnly; SameSite=Strict");
  }

  @Test
  void marksTheCookieSecureBehindHttps() {
    Http.Answer answer =
        http()
            .post(
                "/auth/login",
                Map.of("email", "user@example.com", "password", "password"),
                "X-Forwarded-Proto",
                "https");
    assertThat(answer.header("Set-Cookie")).contains("; Secure");
  }

  @Test
  void doesNotTellAWrongPasswordFromAnUnknownAddress() {
    Http.Answer wrong = attempt("user@example.com");
    Http.Answer unknown = attempt("nobody@example.com");
    assertProblem(wrong, 401, "Unauthorized", "Bad credentials");
    assertProblem(unknown, 401, "Unauthorized", "Bad credentials");
    assertThat(unknown.text("code")).isEqualTo(wrong.text("code"));
    assertThat(unknown.header("Set-Cookie")).isEmpty();
  }

  /** A skipped hash would answer in a hundredth of the time. */
  @Test
  void worksAsHardForAnUnknownAddress() {
    Duration wrong = shortest("user@example.com");
    Duration unknown = shortest("nobody@example.com");
    assertThat(unknown).isGreaterThan(wrong.dividedBy(10));
  }

  @Test
  void acceptsHashesOfTheEarlierSystem(@Autowired JdbcClient database) {
    assertThat(http().post("/auth/register", registration("old@example.com")).status())
        .isEqualTo(200);
    database
        .sql("update users set password_hash = :hash where email = 'old@example.com'")
        .param(
            "hash",
            new BCryptPasswordEncoder(4).encode("from-before").transform("{bcrypt}"::concat))
        .update();
    Map<String, String> body = Map.of("email", "old@example.com", "password", "from-before");
    assertThat(http().post("/auth/login", body).status()).isEqualTo(200);
    assertThat(login("old@example.com").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource
  void namesTheFieldThatIsWrong(String field, @Nullable String value) {
    Map<String, @Nullable String> body =
        new HashMap<>(Map.of("email", "user@example.com", "password", "password"));
    body.put(field, value);
    assertInvalid(http().post("/auth/login", body), field);
  }

  static Stream<Arguments> namesTheFieldThatIsWrong() {
    return Stream.of(
        Arguments.of("email", null),
        Arguments.of("email", " "),
        Arguments.of("email", "no-address"),
        Arguments.of("password", null),
        Arguments.of("password", " "));
  }

  private Http.Answer attempt(String email) {
    return http().post("/auth/login", Map.of("email", email, "password", "wrong-password"));
  }

  private Duration shortest(String email) {
    return Collections.min(
        Stream.generate(
                () -> {
                  long before = System.nanoTime();
                  assertThat(attempt(email).status()).isEqualTo(401);
                  return Duration.ofNanos(System.nanoTime() - before);
                })
            .limit(3)
            .toList());
  }
}
