package dev.sagashop.launcher.checks;

import dev.sagashop.launcher.ShopException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One signed-in user at the gateway. */
public final class ShopClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String gateway;
  private final String token;

  private ShopClient(String gateway, String email, String password) {
    this.gateway = gateway;
    this.token =
        send(
                HttpRequest.newBuilder(),
                "POST",
                "/auth/login",
                Map.of("email", email, "password", password))
            .path("accessToken")
            .asString();
  }

  public static ShopClient signIn(String gateway, String email, String password) {
    return new ShopClient(gateway, email, password);
  }

  public static ShopClient customer(String gateway) {
    return new ShopClient(gateway, "user@example.com", "password");
  }

  static ShopClient admin(String gateway) {
    return new ShopClient(gateway, "admin@example.com", "password");
  }

  String gateway() {
    return gateway;
  }

  public JsonNode get(String path) {
    return send(authorized(), "GET", path, null);
  }

  public JsonNode post(String path, Object body) {
    return send(
        authorized().header("Idempotency-Key", UUID.randomUUID().toString()), "POST", path, body);
  }

  JsonNode put(String path, Object body) {
    return send(authorized(), "PUT", path, body);
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpRequest.Builder authorized() {
    return HttpRequest.newBuilder().header("Authorization", "Bearer " + token);
  }

  private JsonNode send(
      HttpRequest.Builder request, String method, String path, @Nullable Object body) {
    request.uri(URI.create(gateway + "/api" + path)).timeout(LIMIT);
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new ShopException(
            "%s %s answered %d, expected 2xx: %s"
                .formatted(method, path, answer.statusCode(), reason(answer.body())));
      }
      return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
    } catch (ConnectException e) {
      throw new ShopException(
          "Nothing answers at %s: start the shop with ./shop up, or see ./shop status"
              .formatted(gateway),
          e);
    } catch (IOException e) {
      throw new ShopException("%s %s at %s failed: %s".formatted(method, path, gateway, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShopException("Interrupted during %s %s".formatted(method, path), e);
    }
  }

  /** What the error body says to people and to programs, or all of it if it says neither. */
  private static String reason(String body) {
    try {
      JsonNode problem = JSON.readTree(body);
      return problem.path("message").isString()
          ? "%s (%s)"
              .formatted(problem.path("message").asString(), problem.path("code").asString(""))
          : body;
    } catch (JacksonException notJson) {
      return body;
    }
  }
}
