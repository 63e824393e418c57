import { cents, sum } from "@sagashop/shared/api";
import type { Order, Payment } from "../api/types";

export interface MoneyOfOrder {
  captured: number;
  refunded: number;
  /** On its way back; what is not decided counts as gone. */
  pending: number;
  /** Refused by the provider and owed until somebody decides. */
  refused: number;
  refundable: number;
}

/**
 * Where the money of an order is. The order knows a refund before the payment does, so that its
 * rows count, and not the sums of the payment.
 */
export function moneyOf(order: Order, payment: Payment | null): MoneyOfOrder {
  const captured = capturedOf(order, payment);
  const of = (status: string) =>
    sum(order.refunds.filter((refund) => refund.status === status).map(({ amount }) => amount));
  const [refunded, pending, refused] = [of("SUCCEEDED"), of("REQUESTED"), of("FAILED")];
  const left = cents(captured) - cents(refunded) - cents(pending) - cents(refused);
  return { captured, refunded, pending, refused, refundable: Math.max(0, left) / 100 };
}

function capturedOf(order: Order, payment: Payment | null): number {
  if (payment) {
    return payment.status === "COMPLETED" || payment.status === "REFUNDED" ? payment.amount : 0;
  }
  return order.paidAt ? order.totalAmount : 0;
}

/** Whether a part of the money can be asked back; the whole goes back by cancelling. */
export function canRefund({ status }: Order): boolean {
  return status === "PAID" || status === "DELIVERED";
}

/** An amount as people write it, in either language; null if it is none. */
export function amountFrom(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return /^\d{1,15}(\.\d{1,2})?$/.test(plain) ? cents(Number(plain)) / 100 : null;
}
