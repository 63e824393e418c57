package dev.sagashop.launcher.processes;

/** The signals that parts understand. */
public enum Signal {
  /** End politely. */
  TERM,
  /** PostgreSQL: disconnect the clients, then end politely. */
  INT,
  /** End now. */
  KILL,
  /** Stand still. */
  STOP,
  /** Go on. */
  CONT
}
