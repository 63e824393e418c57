package dev.sagashop.launcher.parts;

import java.util.Locale;

/** What {@code ./shop status} says of a part. */
public enum PartState {
  /** Never started, or stopped on purpose. */
  STOPPED,
  /** Runs, and has not served yet. */
  STARTING,
  /** Serves. */
  HEALTHY,
  /** Served, and does not any more although the process is there. */
  UNHEALTHY,
  /** The process is gone without having been stopped. */
  DEAD;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
