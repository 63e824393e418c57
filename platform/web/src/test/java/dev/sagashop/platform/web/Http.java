package dev.sagashop.platform.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that shows answers as they are. */
final class Http {

  record Answer(HttpResponse<String> response, JsonNode body) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String text(String field) {
      return body.path(field).asString("");
    }
  }

  private static final JsonMapper JSON = new JsonMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final String origin;

  Http(int port) {
    this.origin = "http://localhost:" + port;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(origin + path));
  }

  Answer get(String path, String... headers) {
    return send(withHeaders(request(path), headers));
  }

  Answer post(String path, String body, String... headers) {
    return send(
        withHeaders(request(path), headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      boolean isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          response, isJson ? JSON.readTree(response.body()) : JSON.createObjectNode());
    } catch (IOException e) {
      throw new AssertionError("No answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  private static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }
}
