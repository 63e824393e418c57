package dev.sagashop.launcher.temporal;

import dev.sagashop.launcher.postgres.Database;
import java.util.List;

/** Where the server keeps its histories: two databases of one role on the shop's PostgreSQL. */
public record TemporalStore(int postgresPort, Database histories, Database visibility) {

  public static TemporalStore on(int postgresPort) {
    return new TemporalStore(
        postgresPort,
        new Database("temporal", "temporal", "temporal", true),
        new Database("temporal_visibility", "temporal", "temporal", true));
  }

  public List<Database> databases() {
    return List.of(histories, visibility);
  }
}
