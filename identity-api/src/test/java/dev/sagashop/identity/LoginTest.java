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
import org.junit.jupiter.params.provider.ValueSource;
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
            "refresh_token=[\\w-]{43}; Path=/; Max-Age=604800;"
                + " Expires=[^;]+; HttpOnly; SameSite=Strict");
  }

  @Test
  void marksTheCookieSecureBehindHttps() {
    Http.Answer answer = login(CUSTOMER, "X-Forwarded-Proto", "https");
    assertThat(answer.header("Set-Cookie"))
        .startsWith("__Host-refresh_token=")
        .contains("; Path=/;")
        .contains("; Secure;")
        .doesNotContain("Domain");
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

  /** The earlier system stored them without a name in front. */
  @ParameterizedTest
  @ValueSource(strings = {"", "{bcrypt}"})
  void replacesHashesOfTheEarlierSystemAtTheFirstLogin(
      String prefix, @Autowired JdbcClient database) {
    String email = "old" + prefix.length() + "@example.com";
    String old = prefix + new BCryptPasswordEncoder(4).encode("from-before");
    database
        .sql(
            """
            insert into users (email, password_hash, first_name, last_name, role)
            values (:email, :hash, 'Old', 'Customer', 'ROLE_CUSTOMER')
            """)
        .param("email", email)
        .param("hash", old)
        .update();
    assertThat(loginWith(email, "from-after").status()).isEqualTo(401);
    assertThat(hashOf(email, database)).isEqualTo(old);
    assertThat(loginWith(email, "from-before").status()).isEqualTo(200);
    String replaced = hashOf(email, database);
    assertThat(replaced).startsWith("{pbkdf2-sha512@210000}");
    assertThat(loginWith(email, "from-before").status()).isEqualTo(200);
    assertThat(hashOf(email, database)).isEqualTo(replaced);
  }

  @Test
  void refusesATextThatIsTooLongForAPassword() {
    assertThat(loginWith(CUSTOMER, "password".repeat(100_000)).status()).isEqualTo(401);
  }

  /** Halves of a character, which the database cannot store. */
  @Test
  void findsNobodyUnderAnAddressThatIsNoText() {
    assertThat(
            http()
                .post("/auth/login", "{\"email\":\"\\ud800@example.com\",\"password\":\"x\"}")
                .status())
        .isIn(400, 401);
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

  private static String hashOf(String email, JdbcClient database) {
    return database
        .sql("select password_hash from users where email = :email")
        .param("email", email)
        .query(String.class)
        .single();
  }
}
