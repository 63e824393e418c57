package dev.sagashop.system.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Somebody in front of the gateway, with or without a token. */
public final class Visitor {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final URI gateway;
  private final @Nullable String token;

  private Visitor(URI gateway, @Nullable String token) {
    this.gateway = gateway;
    this.token = token;
  }

  /** What came back. The body is null where there was none. */
  public record Answer(int status, @Nullable JsonNode body, HttpResponse<String> raw) {

    public JsonNode json() {
      if (body == null) {
        throw new IllegalStateException("status " + status + " came without a body");
      }
      return body;
    }

    public String code() {
      return json().path("code").asString("");
    }
  }

  public static Visitor nobody(RunningShop shop) {
    return new Visitor(shop.gateway(), null);
  }

  public static Visitor withToken(RunningShop shop, String token) {
    return new Visitor(shop.gateway(), token);
  }

  /** Past the gateway. */
  public static Visitor at(URI service, String token) {
    return new Visitor(service, token);
  }

  public static Visitor admin(RunningShop shop) {
    return signIn(shop, "admin@example.com", "password");
  }

  public static Visitor support(RunningShop shop) {
    return signIn(shop, "support@example.com", "password");
  }

  public static Visitor signIn(RunningShop shop, String email, String password) {
    Answer answer =
        nobody(shop).post("/api/auth/login", Map.of("email", email, "password", password));
    return withToken(shop, tokenOf(answer));
  }

  /** A customer whom nobody has seen before. */
  public static Visitor newCustomer(RunningShop shop) {
    Answer answer =
        nobody(shop)
            .post(
                "/api/auth/register",
                Map.of(
                    "email", "customer-" + UUID.randomUUID() + "@example.com",
                    "password", "correct horse",
                    "firstName", "Ada",
                    "lastName", "Customer"));
    return withToken(shop, tokenOf(answer));
  }

  /**
   * @throws IllegalStateException for nobody
   */
  public String token() {
    if (token == null) {
      throw new IllegalStateException("nobody has no token");
    }
    return token;
  }

  public Answer get(String path, String... headers) {
    return send(with(request(path), headers).GET());
  }

  public Answer options(String path, String... headers) {
    return send(
        with(request(path), headers).method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
  }

  public Answer post(String path, Object body, String... headers) {
    return postRaw(path, JSON.writeValueAsString(body), headers);
  }

  /** Posts text as it is, for bodies that no well-behaved client would send. */
  public Answer postRaw(String path, String body, String... headers) {
    return postAs("application/json", path, body, headers);
  }

  /** Posts in a format of the sender's choice. */
  public Answer postAs(String type, String path, String body, String... headers) {
    return send(
        with(request(path), headers)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer put(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(30));
    if (token != null) {
      builder.header("Authorization", "Bearer " + token);
    }
    return builder;
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String text = response.body();
      return new Answer(
          response.statusCode(), text.isBlank() ? null : JSON.readTree(text), response);
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the gateway", e);
    }
  }

  private static String tokenOf(Answer answer) {
    if (answer.status() != 200) {
      throw new IllegalStateException(
          "sign-in answered %d %s, expected 200".formatted(answer.status(), answer.body()));
    }
    return answer.json().path("accessToken").asString();
  }
}
