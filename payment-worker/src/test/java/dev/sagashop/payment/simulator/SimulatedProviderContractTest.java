package dev.sagashop.payment.simulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.payment.TestProvider;
import dev.sagashop.payment.provider.PaymentProvider;
import dev.sagashop.payment.provider.PaymentProviderContract;
import dev.sagashop.payment.provider.ProviderCharge;
import dev.sagashop.payment.provider.ProviderUnreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedProviderContractTest extends PaymentProviderContract {

  private static final TestProvider RUNNING = TestProvider.start();
  private static final ProviderClient CLIENT = clientOf(RUNNING.url());
  private static final SimulatorRemote REMOTE = new SimulatorRemote(CLIENT);

  private final SimulatedProvider provider = new SimulatedProvider(CLIENT);

  @AfterAll
  static void stop() {
    CLIENT.close();
    RUNNING.close();
  }

  private static ProviderClient clientOf(String url) {
    return new ProviderClient(new ProviderProperties(URI.create(url)));
  }

  @Override
  protected PaymentProvider provider() {
    return provider;
  }

  @Override
  protected void workAgain() {
    REMOTE.work();
  }

  @Override
  protected void declineNextCharge() {
    REMOTE.declineNext("CARD_STOLEN");
  }

  @Override
  protected void refuseRefunds() {
    REMOTE.refuseRefunds("ACCOUNT_CLOSED");
  }

  @Override
  protected void loseNextReply() {
    REMOTE.loseReplies(1);
  }

  @Override
  protected void becomeUnreachable() {
    REMOTE.goDown();
  }

  @Override
  protected List<Movement> movements(OrderId orderId) {
    return REMOTE.movements(orderId).stream()
        .map(moved -> new Movement(Movement.Kind.valueOf(moved.kind()), moved.amount()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | {}",
        "302 | {}",
        "200 | ''",
        "200 | <html>",
        "200 | null",
        "200 | {\"outcome\":\"PERHAPS\",\"reference\":\"1\"}",
        "200 | {\"reference\":\"1\"}",
        "200 | {\"outcome\":\"DECLINED\",\"reference\":\"1\"}"
      })
  void anAnswerThatTellsNothingIsNoDecision(int status, String body) throws IOException {
    assertAnswer(status, body, ProviderUnreachable.class);
  }

  @Test
  void aRequestThatTheProviderRefusesToUnderstandIsAFaultOfOurs() throws IOException {
    assertAnswer(409, "{\"code\":\"KEY_REUSED\"}", IllegalStateException.class);
  }

  @Test
  void nobodyAtTheAddressIsNoDecision() {
    try (ProviderClient nowhere = clientOf("http://localhost:1")) {
      assertThatThrownBy(() -> new SimulatedProvider(nowhere).voidCharge(charge()))
          .isInstanceOf(ProviderUnreachable.class);
    }
  }

  /** Of a program that gives always the same answer. */
  private static void assertAnswer(int status, String body, Class<?> thrown) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] answer = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    try (ProviderClient client = clientOf("http://localhost:" + server.getAddress().getPort())) {
      assertThatThrownBy(() -> new SimulatedProvider(client).charge(charge(), _ -> {}))
          .isInstanceOf(thrown)
          .hasMessageContaining("/v1/charges");
    } finally {
      server.stop(0);
    }
  }

  private static ProviderCharge charge() {
    return new ProviderCharge("charge:1", new OrderId(1), 7L, Money.of("1.00"), null);
  }
}
