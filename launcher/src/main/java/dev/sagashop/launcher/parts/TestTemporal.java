package dev.sagashop.launcher.parts;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.checkout.UserCache;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.processes.FreePorts;
import dev.sagashop.launcher.temporal.ShopNamespace;
import dev.sagashop.launcher.temporal.TemporalFinder;
import dev.sagashop.launcher.temporal.TemporalPorts;
import dev.sagashop.launcher.temporal.TemporalStore;

/** A Temporal server of this JVM's own, on its PostgreSQL, with the shop's namespace. */
public final class TestTemporal {
  private final PartRunner runner;
  private final Part part;

  private TestTemporal(PartRunner runner, Part part) {
    this.runner = runner;
    this.part = part;
  }

  static TestTemporal start(TestPostgres postgres) {
    TestHome home = TestHome.create();
    int ports = FreePorts.block(TemporalPorts.COUNT + 1);
    TemporalStore store = TemporalStore.on(postgres.port());
    store.databases().forEach(postgres::create);
    Part part =
        new TemporalFinder(Checkout.find(), UserCache.find(), home.home(), Console.terminal())
            .find(new TemporalPorts(ports), ports + TemporalPorts.COUNT, store)
            .server();
    TestTemporal started = new TestTemporal(home.runner(), part);
    started.restart();
    return started;
  }

  /** The frontend's gRPC address as {@code host:port}. */
  public String address() {
    return part.url();
  }

  public String namespace() {
    return ShopNamespace.NAME;
  }

  /** Takes the server away as a power cut would. */
  public void kill() {
    runner.kill(part);
  }

  /** Starts the server unless it runs; same port, same histories. */
  public void restart() {
    runner.start(part);
  }
}
