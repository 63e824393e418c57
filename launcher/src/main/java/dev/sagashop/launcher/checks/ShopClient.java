package dev.sagashop.launcher.checks;

import dev.sagashop.launcher.ShopException;
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

  public static ShopClient customer(String gateway) {
    return new ShopClient(gateway, "user@example.com", "password");
  }

  static ShopClient admin(String gateway) {
    return new ShopClient(gateway, "admin@example.com", "password");
  }

  String gateway() {
    return gateway;
  }

  JsonNode get(String path) {
    return send(authorized(), "GET", path, null);
  }

  JsonNode post(String path, Object body) {
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
                .formatted(method, path, answer.statusCode(), answer.body()));
      }
      return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new ShopException("%s %s at %s failed: %s".formatted(method, path, gateway, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShopException("Interrupted during %s %s".formatted(method, path), e);
    }
  }
}
