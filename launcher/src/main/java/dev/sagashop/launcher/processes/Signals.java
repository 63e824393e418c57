package dev.sagashop.launcher.processes;

import dev.sagashop.launcher.ShopException;
import java.io.IOException;

/** Sends signals that Java itself has no method for. */
final class Signals {
  private Signals() {}

  static void send(Signal signal, long pid) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor();
    } catch (IOException e) {
      throw new ShopException("Cannot send %s to process %d: %s".formatted(signal, pid, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShopException("Interrupted while sending %s to %d".formatted(signal, pid), e);
    }
  }
}
