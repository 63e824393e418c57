package dev.sagashop.launcher.temporal;

import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.HttpProbe;
import dev.sagashop.launcher.processes.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real server, all its services in one process, on PostgreSQL. */
final class TemporalServer implements Part {
  /** A server that is asked while it opens its ports logs that as an error. */
  private static final Duration SETTLES = Duration.ofMillis(1500);

  private final TemporalBuild build;
  private final Path module;
  private final Path data;
  private final TemporalPorts ports;
  private final TemporalStore store;
  private final ShopNamespace namespace;

  /** When this launcher started the server; long ago, if another one did. */
  private volatile long launchedAt = System.nanoTime() - SETTLES.multipliedBy(2).toNanos();

  TemporalServer(
      TemporalBuild build, Path module, Path data, TemporalPorts ports, TemporalStore store) {
    this.build = build;
    this.module = module;
    this.data = data;
    this.ports = ports;
    this.store = store;
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
    build.ensure();
    Files.createDirectories(data);
    new TemporalSchema(build.programs(), store, data).update();
    Template.write(module.resolve("config/server.yaml"), configuration(), values());
  }

  @Override
  public Launch launch() {
    launchedAt = System.nanoTime();
    return new Launch(
        List.of(
            build.programs().server(),
            "--config-file",
            configuration().toString(),
            "--allow-no-auth",
            "start"),
        Map.of(),
        data);
  }

  @Override
  public boolean isHealthy() {
    boolean mayBeAsked = System.nanoTime() - launchedAt > SETTLES.toNanos();
    return mayBeAsked && HttpProbe.succeeds(http("system-info"));
  }

  @Override
  public void complete() {
    String known = http("namespaces/%s/search-attributes".formatted(ShopNamespace.NAME));
    // The client that can register things takes seconds of a start, and is needed once.
    if (HttpProbe.body(known).filter(ShopNamespace::isComplete).isEmpty()) {
      namespace.create();
    }
  }

  private String http(String path) {
    return "http://127.0.0.1:%d/api/v1/%s".formatted(ports.frontendHttp(), path);
  }

  private Path configuration() {
    return data.resolve("server.yaml");
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>(ports.byName());
    values.put("database", store.histories().name());
    values.put("visibilityDatabase", store.visibility().name());
    values.put("postgresPort", store.postgresPort());
    values.put("user", store.histories().role());
    values.put("password", store.histories().password());
    values.put("dynamicConfig", module.resolve("config/dynamic.yaml"));
    return values;
  }
}
