package dev.sagashop.launcher.temporal;

import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.HttpProbe;
import dev.sagashop.launcher.processes.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Temporal's Web UI. */
final class TemporalUi implements Part {
  private final TemporalBuild build;
  private final Path module;
  private final Path data;
  private final int port;
  private final String temporalAddress;

  TemporalUi(TemporalBuild build, Path module, Path data, int port, String temporalAddress) {
    this.build = build;
    this.module = module;
    this.data = data;
    this.port = port;
    this.temporalAddress = temporalAddress;
  }

  @Override
  public String name() {
    return "temporal-ui";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void prepare() throws IOException {
    build.ensure();
    Template.write(
        module.resolve("config/ui.yaml"),
        data.resolve("config/shop.yaml"),
        Map.of("temporalAddress", temporalAddress, "uiPort", port));
  }

  @Override
  public Launch launch() {
    return new Launch(
        List.of(
            build.programs().ui(),
            "--root",
            data.toString(),
            "--config",
            "config",
            "--env",
            "shop",
            "start"),
        Map.of(),
        data);
  }

  @Override
  public boolean isHealthy() {
    return HttpProbe.succeeds(url() + "/healthz");
  }
}
