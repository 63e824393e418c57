package dev.sagashop.launcher;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.commands.Commands;
import dev.sagashop.launcher.processes.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The program behind {@code ./shop}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    List<String> words = List.of(arguments);
    String command = words.isEmpty() ? "help" : words.getFirst();
    List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
    System.exit(run(command, rest));
  }

  private static int run(String command, List<String> rest) {
    try {
      return new Commands(Checkout.find(), Console.terminal()).run(command, rest);
    } catch (ShopException e) {
      System.err.println("shop: " + e.getMessage());
      return 1;
    } catch (IOException | UncheckedIOException e) {
      System.err.println("shop: " + e);
      return 1;
    }
  }
}
