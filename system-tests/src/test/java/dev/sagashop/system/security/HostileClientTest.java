package dev.sagashop.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.system.shop.RunningShop;
import dev.sagashop.system.shop.Visitor;
import dev.sagashop.system.shop.Visitor.Answer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests that no browser of a customer would send. */
class HostileClientTest {

  private final RunningShop shop = RunningShop.shared();
  private final Visitor nobody = Visitor.nobody(shop);
  private final Visitor customer = Visitor.newCustomer(shop);

  @Test
  void tenMegabytesAreTooMuch() {
    Answer answer = customer.postRaw("/api/orders", "\"" + "x".repeat(10 << 20) + "\"");

    assertRefused(answer, 413);
  }

  @Test
  void deepNestingIsNotFollowed() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertRefused(customer.postRaw("/api/orders", "{\"items\":" + deep + "}"), 400);
  }

  @Test
  void otherFormatsAreNotRead() {
    for (String type :
        List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
      assertRefused(customer.postAs(type, "/api/orders", "{}"), 415);
    }
  }

  @Test
  void guessingPasswordsEndsSoon() {
    String email = "victim-" + UUID.randomUUID() + "@example.com";
    List<Answer> answers =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    nobody.post(
                        "/api/auth/login", Map.of("email", email, "password", "guess number " + i)))
            .toList();

    assertThat(answers.getFirst().status()).isEqualTo(401);
    Answer last = answers.getLast();
    assertRefused(last, 429);
    assertThat(last.raw().headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
  }

  @Test
  void otherSitesCannotRefreshASession() {
    Answer signedUp = register();
    String cookie = cookie(signedUp);

    assertRefused(refresh(cookie, "Origin", "https://evil.example"), 403);
    assertRefused(refresh(cookie, "Sec-Fetch-Site", "cross-site"), 403);
    assertThat(refresh(cookie).status()).isEqualTo(200);
  }

  @Test
  void otherSitesGetNoGrant() {
    for (String path : List.of("/api/products", "/api/orders", "/api/auth/login")) {
      Answer preflight =
          nobody.options(
              path, "Origin", "https://evil.example", "Access-Control-Request-Method", "POST");
      assertThat(preflight.raw().headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
      Answer plain = nobody.get("/api/products", "Origin", "https://evil.example");
      assertThat(plain.raw().headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  void aUsedRefreshTokenEndsItsFamily() {
    String first = cookie(register());
    Answer rotated = refresh(first);
    assertThat(rotated.status()).isEqualTo(200);
    String second = cookie(rotated);
    assertThat(second).isNotEqualTo(first);
    graceIsOver();

    assertRefused(refresh(first), 401);

    assertRefused(refresh(second), 401);
  }

  @Test
  void nothingComesBackAfterALogout() {
    String cookie = cookie(register());

    assertThat(nobody.post("/api/auth/logout", Map.of(), "Cookie", cookie).status()).isEqualTo(204);

    assertRefused(refresh(cookie), 401);
  }

  @Test
  void aRefreshTokenIsNoAccessToken() {
    String token = cookie(register()).split("=", 2)[1];

    assertRefused(Visitor.withToken(shop, token).get("/api/orders/my-orders"), 401);
  }

  @Test
  void theInsideOfTheServicesIsOutOfReach() {
    for (String path :
        List.of(
            "/actuator",
            "/actuator/health",
            "/actuator/prometheus",
            "/api/actuator/prometheus",
            "/api/orders/actuator/prometheus",
            "/v3/api-docs",
            "/api/v3/api-docs",
            "/api/orders/..%2factuator/prometheus",
            "/api/orders/..;/actuator/prometheus")) {
      assertThat(nobody.get(path).status()).as(path).isIn(400, 401, 404);
    }
  }

  /** Two tabs may use one token; nobody waits for the end of their grace here. */
  private void graceIsOver() {
    try (Connection users =
            DriverManager.getConnection(shop.jdbcUrl("user_db"), "user", "user");
        Statement statement = users.createStatement()) {
      statement.executeUpdate(
          "update refresh_tokens set rotated_at = rotated_at - interval '11 seconds' where rotated_at is not null");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make ten seconds pass", e);
    }
  }

  private Answer register() {
    Answer answer =
        nobody.post(
            "/api/auth/register",
            Map.of(
                "email", UUID.randomUUID() + "@example.com",
                "password", "correct horse battery",
                "firstName", "Ada",
                "lastName", "Customer"));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer;
  }

  private Answer refresh(String cookie, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Cookie";
    all[1] = cookie;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return nobody.post("/api/auth/refresh-token", Map.of(), all);
  }

  private static String cookie(Answer answer) {
    return answer.raw().headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private static void assertRefused(Answer answer, int status) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
    assertThat(answer.code()).isNotBlank();
  }
}
