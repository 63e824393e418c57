import { sum } from "@sagashop/shared/api";
import type { Order } from "./queries";

/** Where the customer's money is. */
export type Whereabouts =
  | { kind: "notYet" }
  | { kind: "neverTaken" }
  | { kind: "paid"; amount: number; back: number }
  | { kind: "goingBack"; amount: number }
  | { kind: "refused"; amount: number }
  | { kind: "back"; amount: number };

export function whereaboutsOf(order: Order): Whereabouts {
  const amountOf = (status: string) =>
    sum(order.refunds.filter((refund) => refund.status === status).map(({ amount }) => amount));
  switch (order.status) {
    case "REFUND_PENDING":
      return { kind: "goingBack", amount: amountOf("REQUESTED") };
    case "REFUND_FAILED":
      return { kind: "refused", amount: amountOf("FAILED") };
    case "CANCELLED": {
      const back = amountOf("SUCCEEDED");
      return back > 0 ? { kind: "back", amount: back } : { kind: "neverTaken" };
    }
    case "PAID":
    case "DELIVERED":
      return { kind: "paid", amount: order.totalAmount, back: amountOf("SUCCEEDED") };
    default:
      return { kind: "notYet" };
  }
}
