package dev.sagashop.launcher.processes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A JVM that starts one child, from a thread that ends at once, tells its pid, and hangs. */
final class SleeperMain {
  private SleeperMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    Thread starter =
        Thread.ofPlatform()
            .start(
                () -> {
                  Launch sleep =
                      new Launch(List.of("sleep", "300"), Map.of(), Path.of(arguments[1]));
                  ProcessIdentity child =
                      Children.start(
                          sleep, ChildLife.valueOf(arguments[0]), Path.of(arguments[1], "log"));
                  System.out.println(child.pid());
                });
    starter.join();
    new CountDownLatch(1).await();
  }
}
