package dev.sagashop.launcher.operating;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.processes.Console;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code ./shop provider}: how the payment provider behaves. It is asked on its own port, so that
 * this works whatever else is down.
 */
public final class ProviderCommand {

  static final String USAGE =
      """
      ./shop provider [status]                 how it behaves, and what its journal adds up to
      ./shop provider approve                  everything works again
      ./shop provider decline [REASON]         decline every charge
      ./shop provider refuse-refunds [REASON]  refuse every refund
      ./shop provider slow MS                  wait before every answer (0: no more)
      ./shop provider lose-replies [N]         do the work of the next N calls without an answer
      ./shop provider errors [N]               answer 503 to the next N calls, and do nothing
                                               (without N: to all; 0: to none any more)
      ./shop provider down                     answer nobody, and do nothing
      ./shop provider up                       answer again\
      """;

  private static final int WRONG_USAGE = 2;
  private static final int UNTIL_SWITCHED_OFF = -1;
  private static final String SETTINGS = "/settings";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** Amounts keep their two decimals. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final String provider;
  private final Console console;

  /**
   * @param provider its address
   */
  public ProviderCommand(String provider, Console console) {
    this.provider = provider;
    this.console = console;
  }

  /** Runs one action and gives the exit code. */
  public int run(List<String> words) {
    String action = words.isEmpty() ? "status" : words.getFirst();
    List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
    Optional<Consumer<ObjectNode>> change = change(action, rest);
    if (change.isEmpty()) {
      console.say(
          "'provider %s' makes no sense, expected:%n%s".formatted(String.join(" ", words), USAGE));
      return WRONG_USAGE;
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      JsonNode state = send(http, "GET", "");
      if (!action.equals("status")) {
        ObjectNode settings = (ObjectNode) state.path("settings");
        change.get().accept(settings);
        state = send(http, "PUT", JSON.writeValueAsString(settings));
      }
      show(state);
    }
    return 0;
  }

  /** What an action does to the settings; empty if its words make no sense. */
  private static Optional<Consumer<ObjectNode>> change(String action, List<String> rest) {
    return switch (action) {
      case "status" -> without(rest, _ -> {});
      case "approve" -> without(rest, ObjectNode::removeAll);
      case "down" -> without(rest, settings -> settings.put("down", true));
      case "up" -> without(rest, settings -> settings.put("down", false));
      case "decline" ->
          Optional.of(
              settings -> {
                settings.put("mode", "FAIL");
                putReason(settings, rest);
              });
      case "refuse-refunds" ->
          Optional.of(
              settings -> {
                settings.put("refuseRefunds", true);
                putReason(settings, rest);
              });
      case "slow" -> rest.isEmpty() ? Optional.empty() : number("slowMillis", rest);
      case "lose-replies" -> number("loseReplies", rest);
      case "errors" -> number("errors", rest);
      default -> Optional.empty();
    };
  }

  private static Optional<Consumer<ObjectNode>> without(
      List<String> rest, Consumer<ObjectNode> change) {
    return rest.isEmpty() ? Optional.of(change) : Optional.empty();
  }

  private static Optional<Consumer<ObjectNode>> number(String setting, List<String> rest) {
    if (rest.isEmpty()) {
      return Optional.of(settings -> settings.put(setting, UNTIL_SWITCHED_OFF));
    }
    return rest.size() == 1 && rest.getFirst().matches("\\d{1,9}")
        ? Optional.of(settings -> settings.put(setting, Integer.parseInt(rest.getFirst())))
        : Optional.empty();
  }

  private static void putReason(ObjectNode settings, List<String> words) {
    if (!words.isEmpty()) {
      settings.put("failureReason", String.join(" ", words));
    }
  }

  private void show(JsonNode state) {
    Table settings = new Table("SETTING", "VALUE");
    for (Map.Entry<String, JsonNode> setting : state.path("settings").properties()) {
      settings.add(setting.getKey(), text(setting.getValue()));
    }
    console.say(settings.text());
    Table totals = new Table("JOURNAL", "TOTAL");
    for (Map.Entry<String, JsonNode> total : state.path("totals").properties()) {
      totals.add(total.getKey(), total.getValue());
    }
    console.say("\n" + totals.text());
  }

  private static String text(JsonNode value) {
    if (value.isInt() && value.asInt() == UNTIL_SWITCHED_OFF) {
      return "until switched off";
    }
    return value.isArray() ? value.toString() : value.asString();
  }

  private JsonNode send(HttpClient http, String method, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(provider + SETTINGS))
            .timeout(LIMIT)
            .version(HttpClient.Version.HTTP_1_1)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode json = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new ShopException(
            "The provider refused: " + json.path("message").asString(answer.body()));
      }
      return json;
    } catch (IOException e) {
      throw new ShopException(
          "The provider does not answer at %s: start it with ./shop restart provider-simulator (%s)"
              .formatted(provider, e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShopException("Interrupted while asking the provider", e);
    }
  }
}
