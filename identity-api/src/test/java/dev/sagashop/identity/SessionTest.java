package dev.sagashop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.Http;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionTest extends IdentityTest {

  private static final String ID_OF_THE_CUSTOMER = "2";

  private final JdbcClient database;
  private String cookie = "";

  SessionTest(@Autowired JdbcClient database) {
    this.database = database;
  }

  @BeforeEach
  void signIn() {
    cookie = cookieOf(login("user@example.com"));
  }

  @Test
  void givesANewAccessTokenForTheCookie() {
    Http.Answer answer = refresh(cookie);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().propertyNames()).containsExactlyInAnyOrder("accessToken", "tokenType");
    assertThat(answer.header("Set-Cookie")).isEmpty();
    Http.Answer me = http().get("/users/me", Http.bearer(answer.text("accessToken")));
    assertThat(me.text("email")).isEqualTo("user@example.com");
    assertThat(refresh(cookie).status()).isEqualTo(200);
  }

  @Test
  void answersWithoutABodyWhenThereIsNoCookie() {
    Http.Answer answer = http().post("/auth/refresh-token", null);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.response().body()).isEmpty();
  }

  @Test
  void refusesAnUnknownCookie() {
    assertProblem(
        refresh("refresh_token=1b4e28ba-2fa1-11d2-883f-0016d3cca427"),
        401,
        "Unauthorized",
        "Refresh token is not valid");
  }

  @Test
  void refusesAndForgetsAnExpiredCookie() {
    database.sql("update refresh_tokens set expires_at = now() - interval '1 second'").update();
    assertProblem(
        refresh(cookie), 401, "Unauthorized", "Refresh token was expired. Please sign in again");
    assertProblem(refresh(cookie), 401, "Unauthorized", "Refresh token is not valid");
  }

  @Test
  void endsTheSessionOfTheLoginBefore() {
    String later = cookieOf(login("user@example.com"));
    assertThat(refresh(cookie).status()).isEqualTo(401);
    assertThat(refresh(later).status()).isEqualTo(200);
  }

  @Test
  void forgetsTheTokenAtLogout() {
    Http.Answer answer = http().post("/auth/logout", null, "Cookie", cookie);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie"))
        .startsWith("refresh_token=; Path=/; Max-Age=0;")
        .contains("HttpOnly")
        .contains("SameSite=Strict");
    assertProblem(refresh(cookie), 401, "Unauthorized", "Refresh token is not valid");
  }

  @Test
  void logsOutWhoIsNotSignedIn() {
    Http.Answer answer = http().post("/auth/logout", null);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie")).contains("Max-Age=0");
  }

  @Test
  void storesOnlyTheHashAndForAsLongAsTheCookieLives() {
    String value = cookie.substring("refresh_token=".length());
    assertThat(
            database
                .sql("select token_hash from refresh_tokens where user_id = " + ID_OF_THE_CUSTOMER)
                .query(String.class)
                .single())
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(value);
    assertThat(
            database
                .sql("select expires_at from refresh_tokens where user_id = " + ID_OF_THE_CUSTOMER)
                .query(OffsetDateTime.class)
                .single())
        .isCloseTo(
            OffsetDateTime.now(ZoneOffset.UTC).plusDays(7),
            new TemporalUnitWithinOffset(Duration.ofMinutes(1).toSeconds(), ChronoUnit.SECONDS));
  }

  private Http.Answer refresh(String cookie) {
    return http().post("/auth/refresh-token", null, "Cookie", cookie);
  }
}
