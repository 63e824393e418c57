package dev.sagashop.launcher.webapps;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.processes.Tools;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Node of this machine. */
final class Node {
  private static final int OLDEST_MAJOR = 20;
  private static final int OLDEST_MINOR = 19;
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\.\\d+.*");
  private static final String WHAT_TO_DO =
      "install Node %d.%d or newer with npm and put both on the PATH"
          .formatted(OLDEST_MAJOR, OLDEST_MINOR);

  private Node() {}

  /** Fails with what to do when there is none or an old one. */
  static void check(Path directory) {
    for (String program : new String[] {"node", "npm"}) {
      if (Tools.find(program).isEmpty()) {
        throw new ShopException(
            "'%s' is missing, which builds the web apps: %s".formatted(program, WHAT_TO_DO));
      }
    }
    refuseOlder(Tools.run(directory, "node", "--version").output());
  }

  static void refuseOlder(String printed) {
    Matcher version = VERSION.matcher(printed);
    if (!version.matches()) {
      throw new ShopException("'node --version' does not tell a version: " + printed);
    }
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    if (major < OLDEST_MAJOR || (major == OLDEST_MAJOR && minor < OLDEST_MINOR)) {
      throw new ShopException("Node is %s: %s".formatted(printed, WHAT_TO_DO));
    }
  }
}
