package dev.sagashop.launcher.postgres;

import java.util.List;

/**
 * What a commit survives. Both survive the end of the server process: what is committed has left
 * its memory.
 */
public enum Durability {
  /** Also the loss of power. */
  DURABLE("on"),
  /** Faster; the data of a test run need not survive the machine. */
  VOLATILE("off");

  private final String toDisk;

  Durability(String toDisk) {
    this.toDisk = toDisk;
  }

  List<String> settings() {
    return List.of("synchronous_commit=on", "fsync=" + toDisk, "full_page_writes=" + toDisk);
  }
}
