package dev.sagashop.payment.book;

/** Who asked for a payment first, and so owns it while it is undecided. */
public enum PaymentOrigin {
  SAGA,
  ADMIN
}
