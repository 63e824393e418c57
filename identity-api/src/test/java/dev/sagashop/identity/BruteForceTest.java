package dev.sagashop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.Http;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class BruteForceTest extends IdentityTest {

  @Test
  void tellsNobodyWhetherTheAccountExists() {
    register("victim@example.com");
    List<Http.Answer> known = twentyGuesses("victim@example.com", "203.0.113.1");
    List<Http.Answer> unknown = twentyGuesses("nobody-at-all@example.com", "203.0.113.2");
    assertThat(known.stream().map(Http.Answer::status))
        .isEqualTo(unknown.stream().map(Http.Answer::status).toList())
        .startsWith(401)
        .endsWith(429);
    Http.Answer last = known.getLast();
    assertProblem(
        last,
        429,
        "TOO_MANY_ATTEMPTS",
        "Too many attempts; the header Retry-After says in how many seconds to try again.");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 900);
    assertThat(comparable(unknown.getLast())).isEqualTo(comparable(last));

    // The right password does not open either from there, and does from elsewhere.
    assertThat(from("203.0.113.1", "VICTIM@example.com", PASSWORD).status()).isEqualTo(429);
    assertThat(from("203.0.113.3", "victim@example.com", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void countsAnIpv6NetworkAsOneClient() {
    for (int i = 1; i <= 10; i++) {
      assertThat(from("2001:db8:1:1::" + i, "v6@example.com", "guess").status()).isEqualTo(401);
    }
    assertThat(from("2001:db8:1:1:ffff::1", "v6@example.com", "guess").status()).isEqualTo(429);
    assertThat(from("2001:db8:1:2::1", "v6@example.com", "guess").status()).isEqualTo(401);
  }

  @Test
  void doesNotCountSignInsThatSucceed() {
    assertThat(IntStream.range(0, 15).mapToObj(_ -> from("203.0.113.4", CUSTOMER, "password")))
        .allMatch(answer -> answer.status() == 200);
  }

  private List<Http.Answer> twentyGuesses(String email, String address) {
    return IntStream.range(0, 20).mapToObj(_ -> from(address, email, "guess")).toList();
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
