package dev.sagashop.order.book;

import java.util.EnumSet;
import java.util.Set;

/** The states of an order, and the one table of allowed transitions. */
public enum OrderStatus {
  /** Stored; the row is the command to start its checkout. */
  CREATED,
  /** Of the vocabulary of older systems; nothing here leads to it, every rule honours it. */
  PLACED,
  /** Its stock is reserved. */
  PAYMENT_PENDING,
  PAID,
  /** Cancelled after the payment; the money is on its way back. */
  REFUND_PENDING,
  /** The payment provider refused the refund; a person has to decide. */
  REFUND_FAILED,
  CANCELLED,
  DELIVERED;

  /** The states that may follow this one. */
  public Set<OrderStatus> next() {
    return switch (this) {
      case CREATED -> EnumSet.of(PLACED, PAYMENT_PENDING, PAID, CANCELLED);
      case PLACED -> EnumSet.of(PAYMENT_PENDING, PAID, CANCELLED);
      case PAYMENT_PENDING -> EnumSet.of(PAID, CANCELLED);
      case PAID -> EnumSet.of(REFUND_PENDING, DELIVERED);
      case REFUND_PENDING -> EnumSet.of(REFUND_FAILED, CANCELLED);
      case REFUND_FAILED -> EnumSet.of(REFUND_PENDING, CANCELLED);
      case CANCELLED, DELIVERED -> EnumSet.noneOf(OrderStatus.class);
    };
  }

  /** Whether its checkout has come to an end. */
  public boolean isDecided() {
    return switch (this) {
      case CREATED, PLACED, PAYMENT_PENDING -> false;
      case PAID, REFUND_PENDING, REFUND_FAILED, CANCELLED, DELIVERED -> true;
    };
  }

  public boolean allows(OrderStatus to) {
    return next().contains(to);
  }
}
