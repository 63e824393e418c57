package dev.sagashop.launcher.postgres;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.checkout.Folders;
import dev.sagashop.launcher.checkout.UserCache;
import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.Launch;
import dev.sagashop.launcher.processes.ProcessIdentity;
import dev.sagashop.launcher.processes.ProcessesIn;
import dev.sagashop.launcher.processes.Signal;
import dev.sagashop.launcher.processes.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One PostgreSQL server on the loopback interface, from the binaries in the Maven repository. */
public final class Postgres implements Part {
  /** May do everything; the password is the same word. */
  public static final String SUPERUSER = "postgres";

  private static final int CONNECTIONS = 200;

  private final Path data;
  private final int port;
  private final Durability durability;
  private final List<Database> databases;
  private final List<DatabaseReader> readers;
  private final Server server;

  public Postgres(
      Path data,
      int port,
      Durability durability,
      List<Database> databases,
      List<DatabaseReader> readers) {
    this.data = data;
    this.port = port;
    this.durability = durability;
    this.databases = List.copyOf(databases);
    this.readers = List.copyOf(readers);
    this.server = new Server(port);
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String url() {
    return server.jdbcUrl(SUPERUSER);
  }

  public Server server() {
    return server;
  }

  @Override
  public void prepare() throws IOException {
    if (Files.exists(data.resolve("PG_VERSION"))) {
      removeStaleLock();
    } else {
      initialise();
    }
  }

  @Override
  public Launch launch() {
    List<String> command = new ArrayList<>(unprivileged());
    command.addAll(List.of(program("postgres"), "-D", data.toString(), "-p", "" + port));
    for (String setting : settings()) {
      command.addAll(List.of("-c", setting));
    }
    return new Launch(command, Map.of("LC_ALL", "C"), data);
  }

  @Override
  public boolean isHealthy() {
    return server.answers();
  }

  @Override
  public void complete() {
    databases.forEach(server::create);
    readers.forEach(server::admit);
  }

  /** TERM would wait until every client has left. */
  @Override
  public Signal stopSignal() {
    return Signal.INT;
  }

  private List<String> settings() {
    List<String> settings = new ArrayList<>(durability.settings());
    settings.add("listen_addresses=127.0.0.1");
    // Nobody uses the socket file, and its path must not exceed 107 characters.
    settings.add("unix_socket_directories=");
    settings.add("max_connections=" + CONNECTIONS);
    settings.add("timezone=UTC");
    settings.add("log_timezone=UTC");
    settings.add("log_checkpoints=off");
    return settings;
  }

  /**
   * Builds the cluster beside its place and renames it, so that an interrupted attempt is not taken
   * for a cluster.
   */
  private void initialise() throws IOException {
    Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
    Folders.delete(unfinished);
    Files.createDirectories(unfinished);
    Path password = Files.createTempFile("sagashop", ".password");
    try {
      Files.writeString(password, SUPERUSER);
      List<String> command = new ArrayList<>(unprivileged());
      command.addAll(
          List.of(
              program("initdb"),
              "--pgdata=" + unfinished,
              "--username=" + SUPERUSER,
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C"));
      if (durability == Durability.VOLATILE) {
        command.add("--no-sync");
      }
      Tools.runOrFail(new Launch(command, Map.of("LC_ALL", "C"), unfinished));
      Files.move(unfinished, data);
    } finally {
      Files.delete(password);
    }
  }

  /**
   * After a crash the server refuses to start if any process has the pid in its lock file, even if
   * that pid now belongs to another program.
   */
  private void removeStaleLock() throws IOException {
    Path lock = data.resolve("postmaster.pid");
    if (!Files.exists(lock)) {
      return;
    }
    String pid = Files.readAllLines(lock).stream().findFirst().orElse("").strip();
    boolean serverRuns =
        pid.matches("\\d+")
            && ProcessIdentity.of(Long.parseLong(pid)).isPresent()
            && ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    if (!serverRuns) {
      ProcessesIn.folder(data).end();
      Files.delete(lock);
    }
  }

  /** PostgreSQL refuses to run as root; in a user namespace without a mapping nobody is root. */
  private static List<String> unprivileged() {
    if (!Tools.onLinux() || !Tools.asRoot()) {
      return List.of();
    }
    Optional<Path> unshare = Tools.find("unshare");
    return unshare.map(tool -> List.of(tool.toString(), "--user")).orElse(List.of());
  }

  private String program(String name) {
    try {
      return PostgresBinaries.unpacked(Checkout.find(), UserCache.find())
          .resolve("bin")
          .resolve(name)
          .toString();
    } catch (IOException e) {
      throw new ShopException("Cannot unpack PostgreSQL: " + e, e);
    }
  }
}
