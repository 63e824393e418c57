package dev.sagashop.platform.web.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that shows answers as they are. */
public final class Http {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String origin;

  public Http(int port) {
    this.origin = "http://localhost:" + port;
  }

  public record Answer(int status, HttpResponse<String> response, JsonNode body) {

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public String text(String field) {
      return body.path(field).asString("");
    }
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  public Answer post(String path, @Nullable Object body, String... headers) {
    return send("POST", path, body, headers);
  }

  /**
   * @param body text is sent as it is, anything else as JSON
   */
  public Answer send(String method, String path, @Nullable Object body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path)).method(method, publisher(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      boolean isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          response.statusCode(),
          response,
          isJson ? JSON.readTree(response.body()) : JSON.createObjectNode());
    } catch (IOException e) {
      throw new AssertionError("No answer to " + method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  private static HttpRequest.BodyPublisher publisher(@Nullable Object body) {
    return switch (body) {
      case null -> HttpRequest.BodyPublishers.noBody();
      case String text -> HttpRequest.BodyPublishers.ofString(text);
      default -> HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    };
  }

  /** The header of a signed-in caller. */
  public static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }
}
