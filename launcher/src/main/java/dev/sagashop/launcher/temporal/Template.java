package dev.sagashop.launcher.temporal;

import dev.sagashop.launcher.ShopException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration file with {@code ${names}}. */
final class Template {
  private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");

  private Template() {}

  static void write(Path template, Path target, Map<String, ?> values) throws IOException {
    String text =
        NAME.matcher(Files.readString(template)).replaceAll(name -> value(template, name, values));
    Path parent = target.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(target, "# Generated at each start from " + template + "\n" + text);
  }

  private static String value(Path template, MatchResult name, Map<String, ?> values) {
    Object value = values.get(name.group(1));
    if (value == null) {
      throw new ShopException(
          "%s names %s, expected one of %s".formatted(template, name.group(), values.keySet()));
    }
    return Matcher.quoteReplacement(value.toString());
  }
}
