package dev.sagashop.launcher.temporal;

import dev.sagashop.launcher.postgres.Database;
import dev.sagashop.launcher.postgres.Server;
import dev.sagashop.launcher.processes.Launch;
import dev.sagashop.launcher.processes.Tools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings both databases to the schema of the pinned server; nothing happens when they have it. */
final class TemporalSchema {
  private final TemporalPrograms programs;
  private final TemporalStore store;
  private final Path directory;

  TemporalSchema(TemporalPrograms programs, TemporalStore store, Path directory) {
    this.programs = programs;
    this.store = store;
    this.directory = directory;
  }

  void update() {
    update(store.histories(), "postgresql/v12/temporal");
    update(store.visibility(), "postgresql/v12/visibility");
  }

  private void update(Database database, String schema) {
    if (!new Server(store.postgresPort()).hasTable(database, "schema_version")) {
      Tools.runOrFail(tool(database, "setup-schema", "-v", "0.0"));
    }
    Tools.runOrFail(tool(database, "update-schema", "--schema-name", schema));
  }

  private Launch tool(Database database, String... command) {
    List<String> all =
        new ArrayList<>(
            List.of(
                programs.sqlTool(),
                "--plugin",
                "postgres12",
                "--endpoint",
                "127.0.0.1",
                "--port",
                Integer.toString(store.postgresPort()),
                "--user",
                database.role(),
                "--database",
                database.name()));
    all.addAll(List.of(command));
    // The password stays out of the process list.
    return new Launch(all, Map.of("SQL_PASSWORD", database.password()), directory);
  }
}
