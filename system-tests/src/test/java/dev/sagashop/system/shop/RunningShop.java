package dev.sagashop.system.shop;

import dev.sagashop.launcher.checkout.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A shop of the tests' own beside any other on this machine: started by {@code ./shop up -d}, with
 * ports and data of its own, and started once for all tests of a run.
 */
public final class RunningShop {

  private static final int PORTS_OF_A_SHOP = 40;
  private static final int MINUTES_FOR_A_COMMAND = 5;

  private final Path root;
  private final Path home;
  private final int portBase;

  private RunningShop(Path root, Path home, int portBase) {
    this.root = root;
    this.home = home;
    this.portBase = portBase;
  }

  /** The shop of this test run; the first caller waits until it is open. */
  public static RunningShop shared() {
    return Holder.SHOP;
  }

  /** Its data, logs and pids. */
  public Path home() {
    return home;
  }

  public URI gateway() {
    return URI.create("http://127.0.0.1:" + portBase);
  }

  /**
   * A service, past the gateway.
   *
   * @param application its name in metrics
   */
  public URI service(String application) {
    int offset =
        switch (application) {
          case "user-service" -> 1;
          case "product-service" -> 2;
          case "inventory-service" -> 3;
          case "order-service" -> 4;
          case "payment-service" -> 5;
          default ->
              throw new IllegalArgumentException(
                  "'%s' is no service, expected one of those that have routes"
                      .formatted(application));
        };
    return URI.create("http://127.0.0.1:" + (portBase + offset));
  }

  public String kafka() {
    return "127.0.0.1:" + (portBase + 12);
  }

  /** The payment provider, which is a program of its own. */
  public URI provider() {
    return URI.create("http://127.0.0.1:" + (portBase + 7));
  }

  public URI auditor() {
    return URI.create("http://127.0.0.1:" + (portBase + 8));
  }

  public String temporal() {
    return "127.0.0.1:" + (portBase + 20);
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + (portBase + 10) + "/" + database;
  }

  /** What {@code ./shop status --json} prints. */
  public String statusJson() {
    return run("status", "--json");
  }

  /** {@code kill -9}. */
  public void kill(String part) {
    run("kill", part);
  }

  /** Starts a part again and waits until it is healthy. */
  public void restart(String part) {
    run("restart", part);
  }

  /** Restarts a part with further variables in its environment, until its next restart. */
  public void restart(String part, Map<String, String> environment) {
    expectSuccess(tryToRun(environment, "restart", part), "restart", part);
  }

  /** Runs a command of {@code ./shop} that must succeed, and gives what it printed. */
  public String run(String... arguments) {
    return expectSuccess(tryToRun(arguments), arguments);
  }

  private static String expectSuccess(Outcome outcome, String... arguments) {
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(
          "./shop %s ended with %d, expected it to succeed; it printed:%n%s"
              .formatted(String.join(" ", arguments), outcome.exitCode(), outcome.printed()));
    }
    return outcome.printed();
  }

  /** How a command ended. */
  public record Outcome(int exitCode, String printed) {}

  /** Runs a command of {@code ./shop}. */
  public Outcome tryToRun(String... arguments) {
    return tryToRun(Map.of(), arguments);
  }

  private Outcome tryToRun(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(root.resolve("shop").toString()));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile("shop-command", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      builder.environment().put("SAGASHOP_HOME", home.toString());
      Process process = builder.start();
      boolean ended = process.waitFor(MINUTES_FOR_A_COMMAND, TimeUnit.MINUTES);
      String printed = Files.readString(output);
      Files.delete(output);
      if (!ended) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "./shop %s did not end; it printed:%n%s"
                .formatted(String.join(" ", arguments), printed));
      }
      return new Outcome(process.exitValue(), printed);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run ./shop " + String.join(" ", arguments), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during ./shop " + arguments[0], e);
    }
  }

  private static RunningShop open() {
    Path root = Checkout.find().root();
    try {
      RunningShop shop =
          new RunningShop(root, Files.createTempDirectory("sagashop-system-test"), freePortBase());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> shop.run("reset")));
      shop.run("up", "-d", "--port-base", Integer.toString(shop.portBase));
      return shop;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for the shop's data", e);
    }
  }

  private static int freePortBase() {
    return IntStream.iterate(20_000, base -> base < 30_000, base -> base + 100)
        .filter(RunningShop::areFree)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no %d free ports between 20000 and 30000".formatted(PORTS_OF_A_SHOP)));
  }

  private static boolean areFree(int base) {
    return IntStream.range(base, base + PORTS_OF_A_SHOP).allMatch(RunningShop::isFree);
  }

  private static boolean isFree(int port) {
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static final class Holder {
    private static final RunningShop SHOP = open();
  }
}
