package dev.sagashop.payment.simulator;

import dev.sagashop.payment.provider.ProviderUnreachable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Speaks HTTP with the provider. It repeats nothing: that is decided by whoever knows the key. */
@Component
class ProviderClient implements AutoCloseable {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

  /** An answer whose meaning is known: 200, or a 4xx that says what is wrong with the request. */
  record Answer(int status, String body) {

    boolean isOk() {
      return status == 200;
    }
  }

  private final URI baseUrl;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .build();

  ProviderClient(ProviderProperties properties) {
    this.baseUrl = properties.baseUrl();
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer post(String path, String body) {
    return send("POST", path, BodyPublishers.ofString(body));
  }

  Answer put(String path, String body) {
    return send("PUT", path, BodyPublishers.ofString(body));
  }

  /**
   * @throws ProviderUnreachable if there is no answer, or none that tells what was done
   */
  private Answer send(String method, String path, BodyPublisher body) {
    String call = "%s %s%s".formatted(method, baseUrl, path);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(ANSWER_LIMIT)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      int status = response.statusCode();
      if (status != 200 && status / 100 != 4) {
        throw new ProviderUnreachable(
            "provider answered %d to %s: %s".formatted(status, call, response.body()));
      }
      return new Answer(status, response.body());
    } catch (IOException e) {
      throw new ProviderUnreachable("provider did not answer %s: %s".formatted(call, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderUnreachable("stopped waiting for the answer to " + call, e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
