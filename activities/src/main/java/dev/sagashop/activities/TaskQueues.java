package dev.sagashop.activities;

/** The task queues of the namespace, one for each service that runs a worker. */
public final class TaskQueues {

  /** Workflows, and the order's own bookkeeping; polled by {@code order-api} in its worker role. */
  public static final String ORDERS = "orders";

  /** Reservations; polled by {@code inventory-worker}. */
  public static final String INVENTORY = "inventory";

  /** Money movements; polled by {@code payment-worker}. */
  public static final String PAYMENTS = "payments";

  private TaskQueues() {}
}
