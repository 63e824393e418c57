package dev.sagashop.launcher.services;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.processes.Tools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Maven of this machine. */
public final class Maven {
  private static final String OLDEST = "3.8";

  private Maven() {}

  public static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Fails with what to do when there is none or an old one. */
  public static void check(Path directory) {
    if (Tools.find("mvn").isEmpty()) {
      throw new ShopException(
          "Maven is missing: install Maven %s or newer and put 'mvn' on the PATH"
              .formatted(OLDEST));
    }
    String printed = Tools.run(directory, "mvn", "-B", "-v").output();
    Matcher version = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)\\S*").matcher(printed);
    if (!version.find()) {
      throw new ShopException("'mvn -v' does not tell a version: " + printed);
    }
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    if (major < 3 || (major == 3 && minor < 8)) {
      throw new ShopException(
          "Maven is %s.%s, expected %s or newer: update it".formatted(major, minor, OLDEST));
    }
  }
}
