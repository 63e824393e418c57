package dev.sagashop.launcher.temporal;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.checkout.UserCache;
import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.parts.ShopHome;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.processes.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the best Temporal for this machine; building it is left to the start. */
public final class TemporalFinder {
  private final Path module;
  private final TemporalBuild build;
  private final ShopHome home;

  public TemporalFinder(Checkout checkout, UserCache cache, ShopHome home, Console console) {
    this.module = checkout.folder("temporal");
    this.build = new TemporalBuild(module, cache, console);
    this.home = home;
  }

  /** Builds the real server now if that is what {@link #find} will offer and the cache lacks it. */
  public void buildIfPossible() throws IOException {
    if (!build.isCached() && build.isPossible()) {
      build.ensure();
    }
  }

  public boolean isBuilt() {
    return build.isCached();
  }

  /** The first of: a given address, the real server, a dev server, the test server in a JVM. */
  public TemporalSetup find(TemporalPorts ports, int uiPort, TemporalStore store) {
    String given = System.getenv().getOrDefault("TEMPORAL_ADDRESS", "");
    if (!given.isEmpty()) {
      Optional<Part> ui = build.isCached() ? Optional.of(ui(uiPort, given)) : Optional.empty();
      return new TemporalSetup(
          new ExternalTemporal(given), ui, ui.map(Part::url), Optional.empty());
    }
    if (build.isCached() || build.isPossible()) {
      Part server = new TemporalServer(build, module, home.data("temporal"), ports, store);
      Part ui = ui(uiPort, server.url());
      return new TemporalSetup(server, Optional.of(ui), Optional.of(ui.url()), Optional.empty());
    }
    return Tools.find("temporal")
        .map(program -> devServer(program, ports, uiPort))
        .orElseGet(() -> inJvm(ports));
  }

  private Part ui(int port, String temporalAddress) {
    return new TemporalUi(build, module, home.data("temporal-ui"), port, temporalAddress);
  }

  private TemporalSetup devServer(Path program, TemporalPorts ports, int uiPort) {
    return new TemporalSetup(
        new DevServer(program, module, home.data("temporal-dev"), ports, uiPort),
        Optional.empty(),
        Optional.of("http://127.0.0.1:" + uiPort),
        Optional.of(
            "Temporal is the dev server on the PATH (one shard, SQLite): install Go 1.26.8 or newer"
                + " for the real one."));
  }

  private TemporalSetup inJvm(TemporalPorts ports) {
    return new TemporalSetup(
        new InMemoryTemporalPart(home.data("temporal-in-memory"), ports.frontend()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            "NO REAL TEMPORAL: a test server in memory stands in. No Web UI, no lists, and it"
                + " forgets everything when it stops. Install Go 1.26.8 or newer, then ./shop down"
                + " and ./shop up."));
  }
}
