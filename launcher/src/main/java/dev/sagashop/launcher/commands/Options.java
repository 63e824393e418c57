package dev.sagashop.launcher.commands;

import dev.sagashop.launcher.ShopException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What follows the command: flags, one option with a value, and names. */
record Options(Set<String> flags, Optional<Integer> portBase, List<String> names) {
  private static final String PORT_BASE = "--port-base";

  static Options parse(List<String> arguments, Set<String> allowed) {
    Set<String> flags = new java.util.TreeSet<>();
    Optional<Integer> portBase = Optional.empty();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith("-") && !allowed.contains(argument)) {
        throw new ShopException(
            "Unknown option %s, expected one of %s: see ./shop help".formatted(argument, allowed));
      }
      if (argument.equals(PORT_BASE)) {
        i++;
        portBase = Optional.of(number(i < arguments.size() ? arguments.get(i) : ""));
      } else if (argument.startsWith("-")) {
        flags.add(argument);
      } else {
        names.add(argument);
      }
    }
    return new Options(flags, portBase, names);
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  /** The one name that the command needs. */
  String name() {
    if (names.size() != 1) {
      throw new ShopException("Name one part, for example payment-worker; see ./shop status");
    }
    return names.getFirst();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new ShopException(
          "%s is '%s', expected a port number such as 18080".formatted(PORT_BASE, text), e);
    }
  }
}
