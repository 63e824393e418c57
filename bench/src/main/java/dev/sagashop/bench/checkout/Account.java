package dev.sagashop.bench.checkout;

import dev.sagashop.bench.BenchException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One signed-in user at the gateway. */
final class Account {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final int CONFLICT = 409;
  private static final int UNAVAILABLE = 503;

  private final HttpClient http;
  private final String gateway;
  private final String token;

  private Account(HttpClient http, String gateway, String token) {
    this.http = http;
    this.gateway = gateway;
    this.token = token;
  }

  static Account admin(HttpClient http, String gateway) {
    return signIn(http, gateway, Map.of("email", "admin@example.com", "password", "password"));
  }

  /** The customer of that number, who registers for the first benchmark and stays. */
  static Account customer(HttpClient http, String gateway, int number) {
    Map<String, String> login =
        Map.of(
            "email",
            "bench-%02d@example.com".formatted(number),
            "password",
            "bench mark " + number);
    var nobody = new Account(http, gateway, "");
    HttpResponse<String> answer =
        nobody.exchange(
            "POST",
            "/auth/register",
            Map.of(
                "email",
                login.getOrDefault("email", ""),
                "password",
                login.getOrDefault("password", ""),
                "firstName",
                "Bench",
                "lastName",
                "Customer " + number),
            "");
    // Not the other way round: failed sign-ins are counted.
    if (answer.statusCode() == CONFLICT) {
      return signIn(http, gateway, login);
    }
    return new Account(
        http,
        gateway,
        nobody.accepted("POST", "/auth/register", answer).path("accessToken").asString());
  }

  private static Account signIn(HttpClient http, String gateway, Map<String, String> login) {
    var nobody = new Account(http, gateway, "");
    return new Account(
        http, gateway, nobody.post("/auth/login", login).path("accessToken").asString());
  }

  JsonNode get(String path) {
    return accepted("GET", path, exchange("GET", path, null, ""));
  }

  /** Tries again while the shop is too busy, under the same key; that time counts too. */
  JsonNode post(String path, Object body) {
    String key = UUID.randomUUID().toString();
    long deadline = System.nanoTime() + LIMIT.toNanos();
    HttpResponse<String> answer = exchange("POST", path, body, key);
    while (answer.statusCode() == UNAVAILABLE && System.nanoTime() - deadline < 0) {
      pause();
      answer = exchange("POST", path, body, key);
    }
    return accepted("POST", path, answer);
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted while the shop was too busy", interrupted);
    }
  }

  private JsonNode accepted(String method, String path, HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new BenchException(
          "%s %s answered %d, expected 2xx: %s"
              .formatted(method, path, answer.statusCode(), answer.body()));
    }
    return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
  }

  private HttpResponse<String> exchange(
      String method, String path, @Nullable Object body, String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gateway + "/api" + path)).timeout(LIMIT);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException error) {
      throw new BenchException(
          "%s %s at %s failed: %s; look at ./shop status".formatted(method, path, gateway, error),
          error);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted during %s %s".formatted(method, path), interrupted);
    }
  }
}
