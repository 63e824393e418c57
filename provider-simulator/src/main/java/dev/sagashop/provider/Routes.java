package dev.sagashop.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.sagashop.provider.Requests.ChargeBody;
import dev.sagashop.provider.Requests.RefundBody;
import dev.sagashop.provider.Requests.SettingsBody;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The provider's routes below {@code /v1}, which fail on command, and those that give commands. */
final class Routes implements HttpHandler {

  private static final int LARGEST_BODY = 64 * 1024;
  private static final Pattern ORDER = Pattern.compile("orderId=([1-9]\\d{0,17})");

  /** The answer to {@code GET /settings}. */
  record State(Settings settings, Journal.Totals totals) {}

  private record Answer(int status, Object body) {

    static Answer ok(Object body) {
      return new Answer(200, body);
    }

    static Answer error(int status, String code, @Nullable String message) {
      return new Answer(status, Map.of("code", code, "message", String.valueOf(message)));
    }
  }

  private final Provider provider;
  private final Journal journal;
  private final Controls controls;

  Routes(Provider provider, Journal journal, Controls controls) {
    this.provider = provider;
    this.journal = journal;
    this.controls = controls;
  }

  /** Closing an exchange that was not answered closes the connection. */
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      Optional<Answer> answer = answerOrRefuse(exchange, body);
      if (answer.isPresent()) {
        send(exchange, answer.get());
      }
    }
  }

  /** Empty if there shall be no answer. */
  private Optional<Answer> answerOrRefuse(HttpExchange exchange, byte[] body) {
    try {
      if (body.length > LARGEST_BODY) {
        throw Refusal.invalid("The body has more than %d bytes".formatted(LARGEST_BODY));
      }
      return exchange.getRequestURI().getPath().startsWith("/v1/")
          ? withFaults(exchange, body)
          : Optional.of(Answer.ok(control(exchange, body)));
    } catch (Refusal e) {
      return Optional.of(Answer.error(e.status(), e.code(), e.getMessage()));
    } catch (BrokenJournal e) {
      return Optional.of(Answer.error(500, "BROKEN_JOURNAL", e.getMessage()));
    } catch (RuntimeException e) {
      Log.line("%s failed: %s".formatted(route(exchange), e));
      return Optional.of(Answer.error(500, "INTERNAL_ERROR", e.toString()));
    }
  }

  private Optional<Answer> withFaults(HttpExchange exchange, byte[] body) {
    Settings settings = controls.settings();
    if (settings.down()) {
      return Optional.empty();
    }
    pause(settings.slowMillis());
    if (controls.takeError()) {
      throw Refusal.outOfOrder();
    }
    JournalEntry entry = move(exchange, body);
    return controls.takeLostReply() ? Optional.empty() : Optional.of(Answer.ok(entry));
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.outOfOrder();
    }
  }

  private JournalEntry move(HttpExchange exchange, byte[] body) {
    String route = route(exchange);
    return switch (route) {
      case "POST /v1/charges" -> provider.charge(Json.body(body, ChargeBody.class).movement());
      case "POST /v1/voids" -> provider.fence(Json.body(body, ChargeBody.class).movement());
      case "POST /v1/refunds" -> provider.refund(Json.body(body, RefundBody.class).movement());
      default -> throw Refusal.unknownRoute(route);
    };
  }

  private Object control(HttpExchange exchange, byte[] body) {
    String route = route(exchange);
    return switch (route) {
      case "GET /health" -> Map.of("status", "UP");
      case "GET /", "GET /settings" -> state();
      case "PUT /settings" -> {
        controls.change(Json.body(body, SettingsBody.class).settings());
        yield state();
      }
      case "GET /journal" -> entries(exchange.getRequestURI().getQuery());
      default -> throw Refusal.unknownRoute(route);
    };
  }

  private static String route(HttpExchange exchange) {
    return exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
  }

  private State state() {
    return new State(controls.settings(), journal.totals());
  }

  private List<JournalEntry> entries(@Nullable String query) {
    if (query == null) {
      return journal.all();
    }
    Matcher order = ORDER.matcher(query);
    if (!order.matches()) {
      throw Refusal.invalid("The query is %s, expected orderId=NUMBER or none".formatted(query));
    }
    return journal.ofOrder(Long.parseLong(order.group(1)));
  }

  /** In chunks, because a whole journal is long. */
  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), 0);
    try (OutputStream stream = exchange.getResponseBody()) {
      Json.write(stream, answer.body());
    }
  }
}
