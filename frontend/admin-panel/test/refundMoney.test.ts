import { describe, expect, it } from "vitest";
import type { Order, Payment, Refund } from "../src/api/types";
import { amountFrom, moneyOf } from "../src/refunds/money";

function refund(status: string, amount: number, id = 1): Refund {
  return {
    id,
    amount,
    status,
    attempt: 1,
    kind: "AMOUNT",
    restock: false,
    requestedAt: "2026-01-01T00:00:00",
  };
}

function order(refunds: Refund[]): Order {
  return {
    id: 7,
    userId: 1,
    status: "PAID",
    totalAmount: 100.1,
    items: [],
    createdAt: "2026-01-01T00:00:00",
    paidAt: "2026-01-01T00:01:00",
    refunds,
  };
}

const payment = { status: "COMPLETED", amount: 100.1 } as Payment;

describe("what can be refunded", () => {
  it("is what was captured less what is back, under way, or refused and still owed", () => {
    const money = moneyOf(
      order([refund("SUCCEEDED", 10.1), refund("REQUESTED", 20.2, 2), refund("FAILED", 0.3, 3)]),
      payment,
    );
    expect(money).toEqual({
      captured: 100.1,
      refunded: 10.1,
      pending: 20.2,
      refused: 0.3,
      refundable: 69.5,
    });
  });

  it("is never less than nothing", () => {
    expect(
      moneyOf(order([refund("SUCCEEDED", 100.1), refund("REQUESTED", 1, 2)]), payment),
    ).toMatchObject({
      refundable: 0,
    });
  });

  it("is nothing when the charge was declined", () => {
    expect(moneyOf(order([]), { ...payment, status: "FAILED" })).toMatchObject({
      captured: 0,
      refundable: 0,
    });
  });
});

describe("an amount as people write it", () => {
  it.each([
    ["12.5", 12.5],
    ["12,50", 12.5],
    [" 7 ", 7],
    ["0.1", 0.1],
  ])("reads %j", (text, amount) => expect(amountFrom(text)).toBe(amount));

  it.each(["", "-1", "1.234", "1,000.00", "ten", "1e3"])("does not guess what %j is", (text) =>
    expect(amountFrom(text)).toBeNull(),
  );
});
