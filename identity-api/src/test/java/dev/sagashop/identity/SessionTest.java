package dev.sagashop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.identity.session.Sessions;
import dev.sagashop.platform.web.testing.Http;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionTest extends IdentityTest {

  private static final long CUSTOMER_ID = 2;

  private final JdbcClient database;
  private final Sessions sessions;
  private String cookie = "";

  SessionTest(@Autowired JdbcClient database, @Autowired Sessions sessions) {
    this.database = database;
    this.sessions = sessions;
  }

  @BeforeEach
  void signIn() {
    sessions.endAllOf(CUSTOMER_ID);
    cookie = signInOnADevice();
  }

  @Test
  void exchangesTheCookieForAnAccessTokenAndTheNextCookie() {
    Http.Answer answer = refresh(cookie);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().propertyNames()).containsExactlyInAnyOrder("accessToken", "tokenType");
    Http.Answer me = http().get("/users/me", Http.bearer(answer.text("accessToken")));
    assertThat(me.text("email")).isEqualTo("user@example.com");
    assertThat(answer.header("Set-Cookie"))
        .contains("Max-Age=604800")
        .contains("HttpOnly")
        .contains("SameSite=Strict");
    assertThat(cookieOf(answer)).startsWith("refresh_token=").isNotEqualTo(cookie);
    assertThat(refresh(cookieOf(answer)).status()).isEqualTo(200);
  }

  @Test
  void endsTheSignInWhenAUsedCookieComesBack() {
    String next = cookieOf(refresh(cookie));
    String otherDevice = signInOnADevice();
    waitOutTheGrace();
    Http.Answer copied = refresh(cookie);
    assertProblem(
        copied, 401, "Unauthorized", "Refresh token was used before. Please sign in again");
    assertThat(copied.text("code")).isEqualTo("REFRESH_TOKEN_REUSED");
    assertThat(copied.header("Set-Cookie")).isEmpty();
    assertProblem(refresh(next), 401, "Unauthorized", "Refresh token is not valid");
    assertThat(refresh(otherDevice).status()).isEqualTo(200);
  }

  @Test
  void servesTwoTabsThatSendTheSameCookie() {
    String first = cookieOf(refresh(cookie));
    String second = cookieOf(refresh(cookie));
    assertThat(second).isNotEqualTo(first);
    assertThat(refresh(first).status()).isEqualTo(200);
    assertThat(refresh(second).status()).isEqualTo(200);
  }

  @Test
  void servesManyTabsAtTheSameInstant() throws InterruptedException, ExecutionException {
    var start = new CountDownLatch(1);
    try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Http.Answer>> answers =
          Stream.generate(
                  () ->
                      tabs.submit(
                          () -> {
                            start.await();
                            return refresh(cookie);
                          }))
              .limit(8)
              .toList();
      start.countDown();
      for (Future<Http.Answer> answer : answers) {
        assertThat(answer.get().status()).isEqualTo(200);
        assertThat(refresh(cookieOf(answer.get())).status()).isEqualTo(200);
      }
    }
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
  void endsWithTheSignInHoweverOftenItIsExchanged() {
    database.sql("update token_families set expires_at = now() + interval '1 hour'").update();
    Http.Answer answer = refresh(cookie);
    assertThat(answer.header("Set-Cookie")).containsPattern("Max-Age=3[56]\\d\\d;");
    database.sql("update token_families set expires_at = now() - interval '1 second'").update();
    assertThat(refresh(cookieOf(answer)).text("code")).isEqualTo("REFRESH_TOKEN_EXPIRED");
  }

  @Test
  void keepsOtherDevicesSignedIn() {
    String other = cookieOf(login(CUSTOMER));
    assertThat(refresh(cookie).status()).isEqualTo(200);
    assertThat(refresh(other).status()).isEqualTo(200);
  }

  @Test
  void endsTheOldestOfTooManyDevices() {
    String second = signInOnADevice();
    Stream.generate(this::signInOnADevice).limit(19).forEach(_ -> {});
    assertThat(refresh(cookie).status()).isEqualTo(401);
    assertThat(refresh(second).status()).isEqualTo(200);
  }

  @Test
  void endsTheSignInAtLogout() {
    String otherTab = cookieOf(refresh(cookie));
    Http.Answer answer = http().post("/auth/logout", null, "Cookie", cookie);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie"))
        .startsWith("refresh_token=; Path=/; Max-Age=0;")
        .contains("HttpOnly")
        .contains("SameSite=Strict");
    assertProblem(refresh(cookie), 401, "Unauthorized", "Refresh token is not valid");
    assertProblem(refresh(otherTab), 401, "Unauthorized", "Refresh token is not valid");
  }

  @Test
  void logsOutWhoIsNotSignedIn() {
    Http.Answer answer = http().post("/auth/logout", null);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie")).contains("Max-Age=0");
  }

  @Test
  void prefersTheCookieThatOnlyHttpsCanSet() {
    String value = cookie.substring(cookie.indexOf('=') + 1);
    String planted = "refresh_token=planted; __Host-refresh_token=" + value;
    Http.Answer answer =
        http().post("/auth/refresh-token", null, "Cookie", planted, "X-Forwarded-Proto", "https");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Set-Cookie")).startsWith("__Host-refresh_token=");
    assertThat(refresh("__Host-" + cookie.replace(value, "wrong") + "; " + cookie).status())
        .isEqualTo(401);
  }

  @Test
  void storesOnlyHashes() {
    refresh(cookie);
    assertThat(database.sql("select token_hash from refresh_tokens").query(String.class).list())
        .isNotEmpty()
        .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
  }

  private String signInOnADevice() {
    return "refresh_token=" + sessions.start(CUSTOMER_ID).value();
  }

  private void waitOutTheGrace() {
    database
        .sql("update refresh_tokens set rotated_at = rotated_at - interval '11 seconds'")
        .update();
  }

  private Http.Answer refresh(String cookie) {
    return http().post("/auth/refresh-token", null, "Cookie", cookie);
  }
}
