package dev.sagashop.launcher.processes;

/** How long a child process may live. */
public enum ChildLife {
  /** On its own: outlives the launcher, and Ctrl-C in the terminal does not reach it. */
  DETACHED,
  /** Not longer than this JVM, even if that is killed (where the kernel can promise it). */
  BOUND
}
