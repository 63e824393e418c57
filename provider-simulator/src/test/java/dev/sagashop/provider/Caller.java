package dev.sagashop.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who speaks HTTP with the provider. */
record Caller(HttpClient http, URI provider) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The connection ended, or stayed, without an answer. */
  static final class NoAnswer extends RuntimeException {
    NoAnswer(IOException cause) {
      super(cause);
    }
  }

  record Answer(int status, JsonNode body) {
    String text(String field) {
      return body.path(field).asString();
    }
  }

  static Caller of(URI provider) {
    return new Caller(HttpClient.newHttpClient(), provider);
  }

  Answer charge(long order) {
    return charge(order, "84.97");
  }

  Answer charge(long order, String amount) {
    return post("/v1/charges", chargeOf(order, amount));
  }

  Answer fence(long order) {
    return post("/v1/voids", chargeOf(order, "84.97"));
  }

  Answer refund(long order, int number, String amount) {
    return post(
        "/v1/refunds",
        """
        {"key": "refund:%d:%d", "chargeKey": "charge:%d", "orderId": %d, "amount": %s, "currency": "USD"}
        """
            .formatted(order, number, order, order, amount));
  }

  static String chargeOf(long order, String amount) {
    return """
    {"key": "charge:%d", "orderId": %d, "customerId": 7, "amount": %s, "currency": "USD"}
    """
        .formatted(order, order, amount);
  }

  Answer set(String settings) {
    return send("PUT", "/settings", settings, PATIENCE);
  }

  Answer get(String path) {
    return send("GET", path, "", PATIENCE);
  }

  Answer post(String path, String body) {
    return send("POST", path, body, PATIENCE);
  }

  Answer send(String method, String path, String body, Duration patience) {
    try {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(provider.resolve(path))
                  .version(HttpClient.Version.HTTP_1_1)
                  .timeout(patience)
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
    } catch (IOException e) {
      throw new NoAnswer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  static <T> List<T> atOnce(int callers, Callable<T> call) throws Exception {
    return atOnce(Collections.nCopies(callers, call));
  }

  static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> call : calls) {
        futures.add(
            callers.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      start.countDown();
      List<T> answers = new ArrayList<>();
      for (Future<T> future : futures) {
        answers.add(future.get());
      }
      return answers;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
