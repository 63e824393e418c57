package dev.sagashop.launcher.parts;

import dev.sagashop.launcher.postgres.Database;
import dev.sagashop.launcher.postgres.Durability;
import dev.sagashop.launcher.postgres.Postgres;
import dev.sagashop.launcher.processes.FreePorts;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server of this JVM's own. */
public final class TestPostgres {
  private final PartRunner runner;
  private final Postgres part;
  private final AtomicInteger created = new AtomicInteger();

  private TestPostgres(PartRunner runner, Postgres part) {
    this.runner = runner;
    this.part = part;
  }

  static TestPostgres start() {
    TestHome home = TestHome.create();
    int port = FreePorts.block(1);
    Postgres part =
        new Postgres(home.home().data("postgres"), port, Durability.VOLATILE, List.of(), List.of());
    TestPostgres started = new TestPostgres(home.runner(), part);
    started.restart();
    return started;
  }

  /**
   * A fresh, empty database with an owner of its own.
   *
   * @param prefix how its name begins: lower-case letters, digits and underscores
   */
  public TestDatabase createDatabase(String prefix) {
    String name = prefix + "_" + created.incrementAndGet();
    part.server().create(new Database(name, name, name));
    return new TestDatabase(part.server().jdbcUrl(name), name, name);
  }

  void create(Database database) {
    part.server().create(database);
  }

  public int port() {
    return part.port();
  }

  /** Takes the server away as a power cut would; {@link #restart} brings it back with its data. */
  public void kill() {
    runner.kill(part);
  }

  /** Starts the server unless it runs; same port, same data. */
  public void restart() {
    runner.start(part);
  }
}
