package dev.sagashop.launcher.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads from the reports of a test run where its time went. */
record SlowTests(List<TestClass> classes) {
  private static final Pattern SUITE =
      Pattern.compile("<testsuite [^>]*?name=\"([^\"]+)\"[^>]*?time=\"([0-9.,]+)\"");
  private static final int SHOWN = 10;

  /** One class of tests. */
  record TestClass(String module, String name, double seconds) {}

  static SlowTests since(Path root, Instant start) throws IOException {
    try (Stream<Path> files = Files.find(root, 5, (file, attributes) -> isReport(file))) {
      return new SlowTests(
          files
              .filter(file -> isNewer(file, start))
              .flatMap(file -> read(root, file).stream())
              .sorted(Comparator.comparingDouble(TestClass::seconds).reversed())
              .toList());
    }
  }

  List<String> lines() {
    if (classes.isEmpty()) {
      return List.of();
    }
    Map<String, Double> modules = new TreeMap<>();
    classes.forEach(test -> modules.merge(test.module(), test.seconds(), Double::sum));
    List<String> lines = new ArrayList<>(List.of("Seconds in tests, by module:"));
    modules.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(module -> lines.add("%8.1f  %s".formatted(module.getValue(), module.getKey())));
    lines.add("The slowest classes:");
    classes.stream()
        .limit(SHOWN)
        .forEach(test -> lines.add("%8.1f  %s".formatted(test.seconds(), test.name())));
    return lines;
  }

  private static boolean isReport(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("TEST-")
        && name.endsWith(".xml")
        && file.toString().contains("surefire-reports");
  }

  private static boolean isNewer(Path file, Instant start) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isAfter(start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<TestClass> read(Path root, Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      Matcher suite = SUITE.matcher(String.join("\n", lines.limit(5).toList()));
      String path = root.relativize(file).toString();
      String module = path.substring(0, path.indexOf("/target/"));
      return suite.find()
          ? List.of(
              new TestClass(
                  module, suite.group(1), Double.parseDouble(suite.group(2).replace(",", ""))))
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
