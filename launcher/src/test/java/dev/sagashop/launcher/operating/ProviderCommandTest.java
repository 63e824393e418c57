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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a provider that keeps its settings, and whose journal has one charge. */
class ProviderCommandTest {

  private static final String WORKING =
      "{\"mode\":\"SUCCESS\",\"failureReason\":\"MOCK_DECLINED\",\"errors\":0,\"down\":false}";

  private final List<String> changes = new CopyOnWriteArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final HttpServer provider = provider();
  private final String address = "http://127.0.0.1:" + provider.getAddress().getPort();

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  private HttpServer provider() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/settings",
          exchange -> {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("PUT")) {
              changes.add(body);
            }
            boolean tooSlow = body.contains("99999");
            byte[] answer = (tooSlow ? refusal() : state()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(tooSlow ? 400 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new AssertionError("No provider for the test", e);
    }
  }

  private String state() {
    return "{\"settings\":%s,\"totals\":{\"captured\":84.90,\"refunded\":0,\"charges\":1,\"refunds\":0}}"
        .formatted(changes.isEmpty() ? WORKING : changes.getLast());
  }

  private static String refusal() {
    return "{\"code\":\"INVALID_REQUEST\",\"message\":\"slowMillis is 99999\"}";
  }

  private int run(String... words) {
    return new ProviderCommand(address, said::add).run(List.of(words));
  }

  @Test
  void tellsTheSettingsAndWhatTheJournalAddsUpTo() {
    assertThat(run()).isZero();
    assertThat(run("status")).isZero();

    assertThat(changes).isEmpty();
    assertThat(String.join("\n", said))
        .contains("mode           SUCCESS")
        .contains("captured  84.90")
        .contains("charges   1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "decline                      | \"mode\":\"FAIL\",\"failureReason\":\"MOCK_DECLINED\"",
        "decline CARD_STOLEN          | \"mode\":\"FAIL\",\"failureReason\":\"CARD_STOLEN\"",
        "refuse-refunds account closed | \"failureReason\":\"account closed\"",
        "refuse-refunds               | \"refuseRefunds\":true",
        "slow 400                     | \"slowMillis\":400",
        "lose-replies                 | \"loseReplies\":-1",
        "lose-replies 3               | \"loseReplies\":3",
        "errors                       | \"errors\":-1",
        "errors 0                     | \"errors\":0",
        "down                         | \"down\":true",
        "up                           | \"down\":false"
      })
  void changesOneThingAndKeepsTheRest(String words, String expected) {
    assertThat(run(words.split(" ", -1))).isZero();

    assertThat(changes).hasSize(1).first().asString().contains(expected).contains("\"mode\":");
    assertThat(said).isNotEmpty();
  }

  @Test
  void whatIsNotCountedIsOnUntilItIsSwitchedOff() {
    run("errors");
    assertThat(said.getFirst()).contains("errors         until switched off");
  }

  @Test
  void approveEndsEverything() {
    run("down");
    run("approve");
    assertThat(changes.getLast()).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explode",
        "approve now",
        "down 3",
        "slow",
        "slow quickly",
        "slow -1",
        "errors 1 2",
        "lose-replies some"
      })
  void wordsThatMakeNoSenseChangeNothingAndGiveTheUsage(String words) {
    assertThat(run(words.split(" ", -1))).isEqualTo(2);

    assertThat(changes).isEmpty();
    assertThat(said).singleElement().asString().contains(words, ProviderCommand.USAGE);
  }

  @Test
  void aRefusalOfTheProviderIsOneLine() {
    assertThatThrownBy(() -> run("slow", "99999"))
        .isInstanceOf(ShopException.class)
        .hasMessageContaining("slowMillis is 99999");
  }

  @Test
  void aProviderThatIsNotThereIsNamedWithWhatToDo() {
    provider.stop(0);
    assertThatThrownBy(this::run)
        .isInstanceOf(ShopException.class)
        .hasMessageContaining(address)
        .hasMessageContaining("./shop restart provider-simulator");
  }
}
