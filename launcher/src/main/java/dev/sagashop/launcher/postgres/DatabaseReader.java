package dev.sagashop.launcher.postgres;

import java.util.List;

/** A role that may enter databases of others, to read and for nothing else. */
public record DatabaseReader(String role, String password, List<String> databases) {
  public DatabaseReader {
    databases = List.copyOf(databases);
    Database.requireWord(role);
    databases.forEach(Database::requireWord);
  }
}
