package dev.sagashop.launcher.temporal;

import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.HttpProbe;
import dev.sagashop.launcher.processes.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The dev server of a {@code temporal} command line tool, with its own Web UI and an SQLite file.
 */
final class DevServer implements Part {
  private final Path program;
  private final Path module;
  private final Path data;
  private final TemporalPorts ports;
  private final int uiPort;
  private final ShopNamespace namespace;

  DevServer(Path program, Path module, Path data, TemporalPorts ports, int uiPort) {
    this.program = program;
    this.module = module;
    this.data = data;
    this.ports = ports;
    this.uiPort = uiPort;
    this.namespace = new ShopNamespace("127.0.0.1:" + ports.frontend());
  }

  @Override
  public String name() {
    return "temporal";
  }

  @Override
  public int port() {
    return ports.frontend();
  }

  @Override
  public String url() {
    return namespace.address();
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(data);
  }

  @Override
  public Launch launch() {
    return new Launch(
        List.of(
            program.toString(),
            "server",
            "start-dev",
            "--ip=127.0.0.1",
            "--port=" + ports.frontend(),
            "--http-port=" + ports.frontendHttp(),
            "--metrics-port=" + ports.metrics(),
            "--ui-port=" + uiPort,
            "--db-filename=" + data.resolve("temporal.db"),
            "--namespace=" + ShopNamespace.NAME,
            "--log-level=warn",
            "--dynamic-config-value=history.timerProcessorMaxTimeShift=\"50ms\"",
            "--dynamic-config-value=system.forceSearchAttributesCacheRefreshOnRead=true"),
        Map.of(),
        module);
  }

  @Override
  public boolean isHealthy() {
    return HttpProbe.succeeds(
        "http://127.0.0.1:%d/api/v1/system-info".formatted(ports.frontendHttp()));
  }

  @Override
  public void complete() {
    namespace.create();
  }
}
