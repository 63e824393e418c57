import { describe, expect, it } from "vitest";
import { isSettled, whereaboutsOf } from "../src/orders/money";
import { readOrdersSearch } from "../src/orders/search";
import { stepsOf } from "../src/orders/steps";
import { anOrder, aRefund, reserved } from "./given";

function states(...args: Parameters<typeof stepsOf>) {
  return stepsOf(...args).map(({ state }) => state);
}

describe("the steps of a checkout", () => {
  it("wait for the stock first", () => {
    expect(states(anOrder(), [])).toEqual(["done", "active", "waiting", "waiting"]);
  });

  it("wait for the payment once the stock is reserved", () => {
    expect(states(anOrder({ status: "PAYMENT_PENDING" }), [reserved()])).toEqual([
      "done",
      "done",
      "active",
      "waiting",
    ]);
  });

  it("are all done when it is paid, also when the reservation was not told", () => {
    const paid = anOrder({ status: "PAID", paidAt: "2026-03-01T10:00:02" });
    expect(states(paid, [])).toEqual(["done", "done", "done", "done"]);
  });

  it("end at the one that failed", () => {
    const declined = anOrder({ status: "CANCELLED", cancelReason: "PAYMENT_DECLINED" });
    expect(states(declined, [reserved()])).toEqual(["done", "done", "failed", "skipped"]);
    const soldOut = anOrder({ status: "CANCELLED", cancelReason: "OUT_OF_STOCK" });
    expect(states(soldOut, [])).toEqual(["done", "failed", "skipped", "skipped"]);
  });

  it("have not failed when the customer changed their mind", () => {
    const cancelled = anOrder({ status: "CANCELLED", cancelReason: "CANCELLED_ON_REQUEST" });
    expect(states(cancelled, [reserved()])).toEqual(["done", "done", "skipped", "skipped"]);
  });
});

describe("the money", () => {
  it.each([
    [anOrder(), { kind: "notYet" }],
    [anOrder({ status: "PAYMENT_PENDING" }), { kind: "charging" }],
    [anOrder({ status: "CANCELLED", cancelReason: "PAYMENT_DECLINED" }), { kind: "neverTaken" }],
    [anOrder({ status: "CANCELLED", cancelReason: "PAYMENT_EXPIRED" }), { kind: "undecided" }],
    [
      anOrder({ status: "CANCELLED", refunds: [aRefund("REQUESTED", 20)] }),
      { kind: "goingBack", amount: 20 },
    ],
    [
      anOrder({ status: "CANCELLED", refunds: [aRefund("FAILED", 20)] }),
      { kind: "refused", amount: 20 },
    ],
    [
      anOrder({ status: "REFUND_PENDING", refunds: [aRefund("REQUESTED", 20)] }),
      { kind: "goingBack", amount: 20 },
    ],
    [
      anOrder({ status: "REFUND_FAILED", refunds: [aRefund("FAILED", 20)] }),
      { kind: "refused", amount: 20 },
    ],
    [
      anOrder({
        status: "CANCELLED",
        refunds: [aRefund("SUCCEEDED", 5), aRefund("SUCCEEDED", 15)],
      }),
      { kind: "back", amount: 20 },
    ],
    [
      anOrder({ status: "PAID", refunds: [aRefund("SUCCEEDED", 5), aRefund("FAILED", 3)] }),
      { kind: "paid", amount: 20, back: 5 },
    ],
  ] as const)("of %o is %o", (order, where) => {
    expect(whereaboutsOf(order, [reserved()])).toEqual(where);
  });

  it("was never taken once the charge is ruled out", () => {
    const expired = anOrder({ status: "CANCELLED", cancelReason: "PAYMENT_EXPIRED" });
    const ruledOut = { ...reserved(), id: 3, what: "charge ruled out" };
    expect(isSettled(expired, [reserved()])).toBe(false);
    expect(whereaboutsOf(expired, [reserved(), ruledOut])).toEqual({ kind: "neverTaken" });
    expect(isSettled(expired, [reserved(), ruledOut])).toBe(true);
  });
});

it("an address with nonsense shows all orders", () => {
  expect(readOrdersSearch({ status: "LOST", from: "yesterday", to: "2026-13-01" })).toEqual({});
  expect(readOrdersSearch({ status: "PAID", from: "2026-03-01" })).toEqual({
    status: "PAID",
    from: "2026-03-01",
  });
});
