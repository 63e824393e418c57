package dev.sagashop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.Http;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest extends IdentityTest {

  @Test
  void signsTheNewCustomerIn() {
    Http.Answer answer = http().post("/auth/register", registration("Ada@Example.com"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().propertyNames()).containsExactlyInAnyOrder("accessToken", "tokenType");
    assertThat(answer.text("tokenType")).isEqualTo("Bearer");
    assertThat(answer.header("Set-Cookie")).startsWith("refresh_token=");

    Http.Answer me = http().get("/users/me", Http.bearer(answer.text("accessToken")));
    assertThat(me.body().propertyNames())
        .containsExactlyInAnyOrder("id", "email", "firstName", "lastName", "role");
    assertThat(me.body().path("id").asLong()).isGreaterThanOrEqualTo(4);
    assertThat(me.text("email")).isEqualTo("Ada@Example.com");
    assertThat(me.text("firstName")).isEqualTo("Ada");
    assertThat(me.text("lastName")).isEqualTo("Lovelace");
    assertThat(me.text("role")).isEqualTo("ROLE_CUSTOMER");
  }

  @Test
  void refusesAnAddressThatHasAnAccountHoweverItIsSpelled() {
    assertThat(http().post("/auth/register", registration("twice@example.com")).status())
        .isEqualTo(200);
    Http.Answer again = http().post("/auth/register", registration("TWICE@example.com"));
    assertProblem(again, 409, "Conflict", "Email already in use");
    assertThat(again.header("Set-Cookie")).isEmpty();
  }

  @Test
  void letsOneOfManySimultaneousRegistrationsWin() throws InterruptedException, ExecutionException {
    int callers = 8;
    var start = new CountDownLatch(1);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          Stream.generate(
                  () ->
                      pool.submit(
                          () -> {
                            start.await();
                            return http()
                                .post("/auth/register", registration("race@example.com"))
                                .status();
                          }))
              .limit(callers)
              .toList();
      start.countDown();
      int won = 0;
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isIn(200, 409);
        won += answer.get() == 200 ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource
  void namesTheFieldThatIsWrong(String field, @Nullable Object value) {
    Map<String, @Nullable Object> body = new HashMap<>(registration("wrong@example.com"));
    body.put(field, value);
    assertInvalid(http().post("/auth/register", body), field);
  }

  static Stream<Arguments> namesTheFieldThatIsWrong() {
    return Stream.of(
        Arguments.of("email", null),
        Arguments.of("email", ""),
        Arguments.of("email", "no-address"),
        Arguments.of("email", "two@at@example.com"),
        Arguments.of("password", null),
        Arguments.of("password", "1234567"),
        Arguments.of("password", "x".repeat(101)),
        Arguments.of("firstName", null),
        Arguments.of("firstName", "  "),
        Arguments.of("firstName", "x".repeat(101)),
        Arguments.of("firstName", "A\u0000"),
        Arguments.of("lastName", null),
        Arguments.of("lastName", "  "),
        Arguments.of("lastName", "x".repeat(101)),
        Arguments.of("lastName", "A\u0000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "\"text\""})
  void refusesWhatIsNoObject(String body) {
    assertThat(http().post("/auth/register", body).status()).isEqualTo(400);
  }

  /** 100 characters of up to three bytes each: more than bcrypt could read. */
  @ParameterizedTest
  @ValueSource(strings = {"€uro-Ł8x", "€uro-Ł8x and ninety two more"})
  void takesPasswordsOfEveryAllowedLength(String begin) {
    boolean isShort = begin.length() == 8;
    String password = isShort ? begin : begin + "€".repeat(100 - begin.length());
    String email = "length-" + password.length() + "@example.com";
    Map<String, String> body = new HashMap<>(registration(email));
    body.put("password", password);
    assertThat(http().post("/auth/register", body).status()).isEqualTo(200);
    assertThat(loginWith(email, password).status()).isEqualTo(200);
    String other = password.substring(0, password.length() - 1) + "$";
    assertThat(loginWith(email, other).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "Password1!",
        "p@ssw0rd123",
        "12345678",
        "qwertyuiop",
        "iloveyou1",
        "trustno1",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "sagashop1",
        "Lovelace!",
        "mathematician"
      })
  void refusesPasswordsThatAreGuessedFirst(String password) {
    Map<String, String> body = new HashMap<>(registration("mathematician@example.com"));
    body.put("password", password);
    assertInvalid(http().post("/auth/register", body), "password");
  }
}
