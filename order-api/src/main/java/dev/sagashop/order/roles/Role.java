package dev.sagashop.order.roles;

/** What a process of this service does; {@code sagashop.order.roles} lists one or both. */
public enum Role {
  /** Answers HTTP requests about orders. */
  API,
  /** Runs workflows and the order's bookkeeping, and sweeps. */
  WORKER
}
