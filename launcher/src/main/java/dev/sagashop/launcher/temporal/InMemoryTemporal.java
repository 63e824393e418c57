package dev.sagashop.launcher.temporal;

import io.temporal.testserver.TestServer;
import java.util.concurrent.CountDownLatch;

/**
 * The main class of the last resort: Temporal's test server, with real time, in a JVM of its own.
 */
public final class InMemoryTemporal {
  private InMemoryTemporal() {}

  public static void main(String[] arguments) throws InterruptedException {
    TestServer.createPortBoundServer(Integer.parseInt(arguments[0]), true);
    new CountDownLatch(1).await();
  }
}
