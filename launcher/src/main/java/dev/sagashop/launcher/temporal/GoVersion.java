package dev.sagashop.launcher.temporal;

import dev.sagashop.launcher.processes.Tools;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Go, comparable by its numbers. */
public record GoVersion(List<Integer> numbers) {
  private static final Pattern PRINTED = Pattern.compile("go(\\d+(?:\\.\\d+)*)");

  public static GoVersion parse(String text) {
    return new GoVersion(Arrays.stream(text.split("\\.", -1)).map(Integer::valueOf).toList());
  }

  /** The Go on the PATH, when there is one. */
  public static Optional<GoVersion> installed() {
    if (Tools.find("go").isEmpty()) {
      return Optional.empty();
    }
    Matcher printed = PRINTED.matcher(Tools.run(Path.of("."), "go", "env", "GOVERSION").output());
    return printed.find() ? Optional.of(parse(printed.group(1))) : Optional.empty();
  }

  public boolean isAtLeast(GoVersion other) {
    for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
      int difference = Integer.compare(number(i), other.number(i));
      if (difference != 0) {
        return difference > 0;
      }
    }
    return true;
  }

  private int number(int index) {
    return index < numbers.size() ? numbers.get(index) : 0;
  }

  @Override
  public String toString() {
    return String.join(".", numbers.stream().map(String::valueOf).toList());
  }
}
