package dev.sagashop.audit;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What follows the command.
 *
 * @param checks to run; all if it is empty
 */
record CommandLine(boolean watch, boolean json, Duration settledFor, Set<String> checks) {
  static final String USAGE =
      "audit [--json] [--settled-for SECONDS] [--check NAME]... | audit watch";

  private static final Duration SETTLED_FOR = Duration.ofSeconds(60);

  CommandLine {
    checks = Set.copyOf(checks);
  }

  /**
   * @throws IllegalArgumentException that says what was expected
   */
  static CommandLine parse(List<String> arguments) {
    boolean watch = false;
    boolean json = false;
    Duration settledFor = SETTLED_FOR;
    Set<String> checks = new TreeSet<>();
    Iterator<String> words = arguments.iterator();
    while (words.hasNext()) {
      String word = words.next();
      switch (word) {
        case "watch" -> watch = true;
        case "--json" -> json = true;
        case "--settled-for" -> settledFor = seconds(value(word, words));
        case "--check" -> checks.add(check(value(word, words)));
        default ->
            throw new IllegalArgumentException(
                "Unknown option %s, expected: %s".formatted(word, USAGE));
      }
    }
    return new CommandLine(watch, json, settledFor, checks);
  }

  private static String value(String option, Iterator<String> words) {
    if (!words.hasNext()) {
      throw new IllegalArgumentException("%s needs a value: %s".formatted(option, USAGE));
    }
    return words.next();
  }

  private static Duration seconds(String text) {
    if (!text.matches("\\d{1,6}")) {
      throw new IllegalArgumentException(
          "--settled-for is '%s', expected seconds such as 60".formatted(text));
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static String check(String name) {
    if (!Audit.checks().contains(name)) {
      throw new IllegalArgumentException(
          "No check '%s', expected one of %s".formatted(name, String.join(", ", Audit.checks())));
    }
    return name;
  }
}
