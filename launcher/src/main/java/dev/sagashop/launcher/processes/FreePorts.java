package dev.sagashop.launcher.processes;

import dev.sagashop.launcher.ShopException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Finds ports that nobody uses. */
public final class FreePorts {
  /** Below the ports that the system hands out for outgoing connections. */
  private static final int LOWEST = 12_000;

  private static final int HIGHEST = 31_000;

  private FreePorts() {}

  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // A port in TIME_WAIT counts as free: the servers started here set the same option.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The first of {@code count} neighbouring ports, all free at this moment. */
  public static int block(int count) {
    for (int attempt = 0; attempt < 200; attempt++) {
      int base = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST - count);
      if (IntStream.range(base, base + count).allMatch(FreePorts::isFree)) {
        return base;
      }
    }
    throw new ShopException(
        "No %d free neighbouring ports between %d and %d: stop what occupies them"
            .formatted(count, LOWEST, HIGHEST));
  }
}
