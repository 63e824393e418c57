package dev.sagashop.launcher.operating;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.checks.ShopClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What follows {@code ./shop outbox} or {@code ./shop dlt}: an action, words, and options. */
record Arguments(String action, List<String> words, Map<String, String> options) {

  static final String REASON = "--reason";
  static final String MAX = "--max";
  static final String AGAIN = "--again";
  private static final String AS = "--as";
  private static final String PASSWORD = "--password";
  private static final Set<String> WITHOUT_VALUE = Set.of(AGAIN);
  private static final int DEFAULT_MAX = 100;

  /**
   * @param allowed the options that the command knows beside the login
   */
  static Arguments parse(List<String> arguments, Set<String> allowed) {
    List<String> words = new ArrayList<>();
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        words.add(argument);
      } else if (!allowed.contains(argument)
          && !argument.equals(AS)
          && !argument.equals(PASSWORD)) {
        throw new ShopException("Unknown option %s: see ./shop help".formatted(argument));
      } else if (WITHOUT_VALUE.contains(argument)) {
        options.put(argument, "");
      } else if (i + 1 == arguments.size()) {
        throw new ShopException("%s needs a value behind it".formatted(argument));
      } else {
        i++;
        options.put(argument, arguments.get(i));
      }
    }
    return new Arguments(
        words.isEmpty() ? "list" : words.getFirst(),
        words.isEmpty() ? List.of() : List.copyOf(words.subList(1, words.size())),
        Map.copyOf(options));
  }

  /** As the seeded admin, if no other user is named. */
  ShopClient signIn(String gateway) {
    if (options.containsKey(AS) != options.containsKey(PASSWORD)) {
      throw new ShopException("--as EMAIL and --password PASSWORD belong together");
    }
    return ShopClient.signIn(
        gateway,
        options.getOrDefault(AS, "admin@example.com"),
        options.getOrDefault(PASSWORD, "password"));
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  boolean has(String name) {
    return options.containsKey(name);
  }

  String reason() {
    return option(REASON)
        .filter(reason -> !reason.isBlank())
        .orElseThrow(
            () ->
                new ShopException(
                    "Every action is recorded with its reason: add --reason \"why\""));
  }

  int max() {
    String text = option(MAX).orElse(Integer.toString(DEFAULT_MAX));
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw new ShopException("--max is '%s', expected a number from 1 to 999999".formatted(text));
    }
    return Integer.parseInt(text);
  }

  /**
   * @param usage for the message to somebody who wrote too few or too many words
   */
  List<String> words(int count, String usage) {
    if (words.size() != count) {
      throw new ShopException("Expected ./shop " + usage);
    }
    return words;
  }

  /** For a path or a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
