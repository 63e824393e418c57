import { sum } from "@sagashop/shared/api";
import type { Order, TimelineEntry } from "./queries";

/** Where the customer's money is. */
export type Whereabouts =
  | { kind: "notYet" }
  /** The charge may have succeeded, and the shop not have heard of it yet. */
  | { kind: "charging" }
  | { kind: "neverTaken" }
  /** Cancelled while a charge was under way, of which nothing has been heard yet. */
  | { kind: "undecided" }
  | { kind: "paid"; amount: number; back: number }
  | { kind: "goingBack"; amount: number }
  | { kind: "refused"; amount: number }
  | { kind: "back"; amount: number };

export function whereaboutsOf(order: Order, timeline: readonly TimelineEntry[]): Whereabouts {
  const amountOf = (status: string) =>
    sum(order.refunds.filter((refund) => refund.status === status).map(({ amount }) => amount));
  switch (order.status) {
    case "PAYMENT_PENDING":
      return { kind: "charging" };
    case "REFUND_PENDING":
      return { kind: "goingBack", amount: amountOf("REQUESTED") };
    case "REFUND_FAILED":
      return { kind: "refused", amount: amountOf("FAILED") };
    case "CANCELLED":
      return afterCancelling(order, timeline, amountOf);
    case "PAID":
    case "DELIVERED":
      return { kind: "paid", amount: order.totalAmount, back: amountOf("SUCCEEDED") };
    default:
      return { kind: "notYet" };
  }
}

/** A charge that was under way may still have succeeded; then the money comes back as a refund. */
function afterCancelling(
  { cancelReason }: Order,
  timeline: readonly TimelineEntry[],
  amountOf: (status: string) => number,
): Whereabouts {
  const kinds = [
    { kind: "goingBack", amount: amountOf("REQUESTED") },
    { kind: "refused", amount: amountOf("FAILED") },
    { kind: "back", amount: amountOf("SUCCEEDED") },
  ] as const;
  const moved = kinds.find(({ amount }) => amount > 0);
  if (moved) {
    return moved;
  }
  const ruledOut =
    cancelReason === "PAYMENT_DECLINED" ||
    cancelReason === "OUT_OF_STOCK" ||
    timeline.some(({ what }) => what === "charge ruled out");
  return { kind: ruledOut ? "neverTaken" : "undecided" };
}

/** Whether nothing more happens to the order by itself. */
export function isSettled(order: Order, timeline: readonly TimelineEntry[]): boolean {
  const { kind } = whereaboutsOf(order, timeline);
  return kind === "neverTaken" || kind === "back" || kind === "paid";
}
