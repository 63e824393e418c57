package dev.sagashop.launcher.temporal;

import java.nio.file.Path;

/** The folder with the programs of one Temporal version. */
record TemporalPrograms(Path folder) {
  static final String SERVER = "temporal-server";
  static final String SQL_TOOL = "temporal-sql-tool";
  static final String UI = "temporal-ui-server";

  String server() {
    return folder.resolve(SERVER).toString();
  }

  String sqlTool() {
    return folder.resolve(SQL_TOOL).toString();
  }

  String ui() {
    return folder.resolve(UI).toString();
  }
}
