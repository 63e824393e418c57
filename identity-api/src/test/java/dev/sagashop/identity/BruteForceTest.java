package dev.sagashop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.identity.throttle.Throttle;
import dev.sagashop.platform.web.testing.Http;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class BruteForceTest extends IdentityTest {

  private static final int ALLOWED = 10;

  private final Throttle throttle;

  BruteForceTest(@Autowired Throttle throttle) {
    this.throttle = throttle;
  }

  @Test
  void tellsNobodyWhetherTheAccountExists() {
    register("victim@example.com");
    Http.Answer known = lastOfTooManyGuesses("victim@example.com", "203.0.113.1");
    Http.Answer unknown = lastOfTooManyGuesses("nobody-at-all@example.com", "203.0.113.2");
    assertProblem(
        known,
        429,
        "TOO_MANY_ATTEMPTS",
        "Too many attempts; the header Retry-After says in how many seconds to try again.");
    assertThat(Integer.parseInt(known.header("Retry-After"))).isBetween(1, 900);
    assertThat(Integer.parseInt(unknown.header("Retry-After"))).isBetween(1, 900);
    assertThat(comparable(unknown)).isEqualTo(comparable(known));

    // The right password does not open it from there, and does from elsewhere.
    assertThat(from("203.0.113.1", "VICTIM@example.com", PASSWORD).status()).isEqualTo(429);
    assertThat(from("203.0.113.3", "victim@example.com", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void countsAnIpv6NetworkAsOneClient() {
    for (int i = 1; i <= ALLOWED; i++) {
      fail("v6@example.com", "2001:db8:1:1::" + i);
    }
    assertThat(from("2001:db8:1:1:ffff::1", "v6@example.com", "guess").status()).isEqualTo(429);
    assertThat(from("2001:db8:1:2::1", "v6@example.com", "guess").status()).isEqualTo(401);
  }

  @Test
  void doesNotCountSignInsThatSucceed() {
    for (int i = 0; i < 2 * ALLOWED; i++) {
      assertThat(throttle.login(CUSTOMER, "203.0.113.4", () -> Optional.of(CUSTOMER))).isPresent();
    }
    assertThat(from("203.0.113.4", CUSTOMER, "password").status()).isEqualTo(200);
  }

  /** Hashing is slow on purpose: only the last guesses go through it. */
  private Http.Answer lastOfTooManyGuesses(String email, String address) {
    for (int i = 1; i < ALLOWED; i++) {
      fail(email, address);
    }
    assertThat(from(address, email, "guess").status()).isEqualTo(401);
    return from(address, email, "guess");
  }

  private void fail(String email, String address) {
    assertThat(throttle.login(email, address, Optional::<String>empty)).isEmpty();
  }

  private Http.Answer from(String address, String email, String password) {
    return http()
        .post(
            "/auth/login",
            Map.of("email", email, "password", password),
            "X-Forwarded-For",
            address);
  }

  private static JsonNode comparable(Http.Answer answer) {
    var body = (ObjectNode) answer.body().deepCopy();
    body.remove(List.of("timestamp", "traceId"));
    return body;
  }
}
