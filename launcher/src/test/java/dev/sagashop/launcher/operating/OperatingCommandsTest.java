package dev.sagashop.launcher.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sagashop.launcher.ShopException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a gateway that knows two dead letters, and one row of an outbox that is not failed. */
class OperatingCommandsTest {

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final HttpServer gateway = gateway();
  private final String address = "http://127.0.0.1:" + gateway.getAddress().getPort();

  @AfterEach
  void stop() {
    gateway.stop(0);
  }

  private HttpServer gateway() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(request + " " + body);
            byte[] answer = answer(request).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(request.endsWith("/7/requeue") ? 409 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new AssertionError("No gateway for the test", e);
    }
  }

  private static String answer(String request) {
    if (request.endsWith("/auth/login")) {
      return "{\"accessToken\":\"token\"}";
    }
    if (request.endsWith("/7/requeue")) {
      return "{\"code\":\"OUTBOX_ROW_NOT_FAILED\",\"message\":\"Row 7 is PUBLISHED.\"}";
    }
    if (request.contains("/operations/dead-letters?")) {
      return "{\"topics\":[{\"topic\":\"a.DLT\",\"open\":2,\"replayed\":0,\"discarded\":1}],\"letters\":[%s,%s],\"next\":null}"
          .formatted(letter(4), letter(5));
    }
    if (request.contains("/operations/dead-letters/")) {
      return "{\"letter\":%s}".formatted(letter(4));
    }
    return "{\"services\":[{\"service\":\"order-service\",\"reachable\":false,\"problem\":\"It is down.\"}]}";
  }

  private static String letter(int offset) {
    return "{\"topic\":\"a.DLT\",\"partition\":0,\"offset\":%d,\"state\":\"OPEN\",\"originalTopic\":\"a\",\"exception\":\"java.lang.IllegalStateException\",\"message\":\"no\\neffect\",\"time\":\"2026-01-02T03:04:05.678Z\",\"key\":{\"encoding\":\"TEXT\",\"data\":\"42\"}}"
        .formatted(offset);
  }

  private void dlt(String... words) {
    new DeadLetterCommand(address, said::add).run(List.of(words));
  }

  private void outbox(String... words) {
    new OutboxCommand(address, said::add).run(List.of(words));
  }

  @Test
  void lettersAreATable() {
    dlt("list");
    assertThat(String.join("\n", said))
        .contains("a.DLT  2     0         1")
        .contains(
            "a.DLT 0 4  OPEN   42   2026-01-02 03:04:05         IllegalStateException  no effect");
  }

  @Test
  void aWholeTopicIsReplayedInItsOrder() {
    dlt("replay", "a.DLT", "--reason", "mended", "--max", "10");
    assertThat(requests)
        .extracting(request -> request.split(" ", -1)[1])
        .containsExactly(
            "/api/auth/login",
            "/api/operations/dead-letters?topic=a.DLT&limit=10",
            "/api/operations/dead-letters/a.DLT/0/4/replay",
            "/api/operations/dead-letters/a.DLT/0/5/replay");
    assertThat(requests.getLast()).endsWith("{\"reason\":\"mended\"}");
    assertThat(said).last().isEqualTo("2 replayed.");
  }

  @Test
  void anActionWithoutReasonIsNotEvenAsked() {
    assertThatThrownBy(() -> dlt("replay", "a.DLT"))
        .isInstanceOf(ShopException.class)
        .hasMessageContaining("--reason");
    assertThatThrownBy(() -> outbox("discard", "order-service", "7", "--reason", " "))
        .hasMessageContaining("--reason");
    assertThat(requests).isEmpty();
  }

  @Test
  void aRefusalIsOneLine() {
    assertThatThrownBy(() -> outbox("requeue", "order-service", "7", "--reason", "x"))
        .isInstanceOf(ShopException.class)
        .hasMessageContaining("409")
        .hasMessageContaining("Row 7 is PUBLISHED. (OUTBOX_ROW_NOT_FAILED)")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aServiceThatIsDownIsNamed() {
    outbox();
    assertThat(String.join("\n", said)).contains("order-service  unknown: It is down.");
  }

  @Test
  void anotherUserCanBeNamed() {
    outbox("list", "--as", "boss@example.com", "--password", "secret");
    assertThat(requests.getFirst()).contains("boss@example.com", "secret");
    assertThatThrownBy(() -> outbox("list", "--as", "boss@example.com"))
        .hasMessageContaining("belong together");
  }

  @Test
  void wordsThatMakeNoSenseAreExplained() {
    assertThatThrownBy(() -> outbox("show", "nobody", "7")).hasMessageContaining("order-service");
    assertThatThrownBy(() -> outbox("show", "order-service", "seven"))
        .hasMessageContaining("expected a number");
    assertThatThrownBy(() -> dlt("eat")).hasMessageContaining("list, show, replay or discard");
    assertThatThrownBy(() -> dlt("list", "--maximum", "3")).hasMessageContaining("--maximum");
    assertThatThrownBy(() -> dlt("show", "a.DLT", "0", "x")).hasMessageContaining("two numbers");
    assertThatThrownBy(() -> dlt("replay", "a.DLT", "--reason", "x", "--max", "0"))
        .hasMessageContaining("--max");
  }
}
