package dev.sagashop.system.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** What {@code docker-compose.yml} says, when nobody sets one of its variables. */
record Compose(Map<String, Container> containers, Map<String, ?> volumes) {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):-([^}]*)}");

  static Compose read() {
    Map<String, ?> file = new Yaml().load(text("docker-compose.yml"));
    Map<String, Container> containers = new TreeMap<>();
    map(file.get("services"))
        .forEach((name, described) -> containers.put(name, new Container(name, map(described))));
    return new Compose(containers, map(file.get("volumes")));
  }

  static String text(String file) {
    try {
      return Files.readString(WorkingCopy.ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  Container container(String name) {
    Container container = containers.get(name);
    if (container == null) {
      throw new AssertionError(
          "docker-compose.yml has no '%s', only %s".formatted(name, containers.keySet()));
    }
    return container;
  }

  /** The programs of this repository. */
  List<Container> ours() {
    return containers.values().stream().filter(container -> container.module().isPresent()).toList();
  }

  @SuppressWarnings("unchecked")
  static Map<String, ?> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, ?>) value;
  }

  @SuppressWarnings("unchecked")
  static List<String> list(@Nullable Object value) {
    return value == null
        ? List.of()
        : ((List<Object>) value).stream().map(String::valueOf).toList();
  }

  /** One entry under {@code services}. */
  record Container(String name, Map<String, ?> described) {

    String image() {
      return String.valueOf(described.get("image"));
    }

    String tag() {
      return image().substring(image().lastIndexOf(':') + 1);
    }

    Optional<String> module() {
      return Optional.ofNullable(map(map(described.get("build")).get("args")).get("MODULE"))
          .map(String::valueOf);
    }

    /** With the defaults of variables; without those that are only passed on. */
    Map<String, String> environment() {
      return written().entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  entry -> VARIABLE.matcher(entry.getValue()).replaceAll("$2")));
    }

    /** As in the file. */
    Map<String, String> written() {
      return map(described.get("environment")).entrySet().stream()
          .filter(entry -> entry.getValue() != null)
          .collect(
              Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    /** Those that are passed on, too. */
    List<String> variables() {
      return List.copyOf(map(described.get("environment")).keySet());
    }

    List<String> health() {
      return list(map(described.get("healthcheck")).get("test"));
    }

    boolean endsByItself() {
      return String.valueOf(described.get("restart")).startsWith("on-failure");
    }

    List<String> volumes() {
      return list(described.get("volumes"));
    }

    List<String> published() {
      return list(described.get("ports"));
    }

    /** The container that must be ready before, with how it must be. */
    Map<String, String> needs() {
      return map(described.get("depends_on")).entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  entry -> String.valueOf(map(entry.getValue()).get("condition"))));
    }
  }

  /** The first group of each match. */
  static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  static String first(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("Nothing matches %s in:%n%s".formatted(pattern, text));
    }
    return matcher.group(1);
  }
}
