package dev.sagashop.launcher.processes;

/** Where the launcher tells the person at the terminal what it does and what it waits for. */
public interface Console {
  void say(String line);

  /** For use without a terminal, in tests for example. */
  static Console silent() {
    return line -> {};
  }

  static Console terminal() {
    return line -> {
      System.out.println(line);
      System.out.flush();
    };
  }
}
