import { describe, expect, it } from "vitest";
import type { Order, Payment, Reservation } from "../src/api/types";
import { stepsOf } from "../src/orders/steps";

function states(
  order: Partial<Order>,
  reservation: Reservation["status"] | null,
  payment: Payment["status"] | null,
) {
  return stepsOf(
    order as Order,
    reservation && ({ status: reservation } as Reservation),
    payment && ({ status: payment } as Payment),
  ).map(({ state }) => state);
}

describe("the saga at a glance", () => {
  it("charges once the stock is reserved", () => {
    expect(states({ status: "PAYMENT_PENDING" }, "RESERVED", null)).toEqual([
      "done",
      "done",
      "running",
      "waiting",
    ]);
  });

  it("shows what a declined charge took back", () => {
    expect(states({ status: "CANCELLED" }, "RELEASED", "FAILED")).toEqual([
      "done",
      "undone",
      "failed",
      "failed",
    ]);
  });

  it("shows a cancelled order that had been paid as taken back", () => {
    expect(states({ status: "CANCELLED", paidAt: "2026-01-01" }, "RETURNED", "REFUNDED")).toEqual([
      "done",
      "undone",
      "undone",
      "undone",
    ]);
  });

  it("keeps an order confirmed whose refund was refused", () => {
    expect(
      states({ status: "REFUND_FAILED", paidAt: "2026-01-01" }, "COMMITTED", "COMPLETED"),
    ).toEqual(["done", "done", "done", "done"]);
  });

  it("charges nothing for an order without stock", () => {
    expect(states({ status: "CANCELLED" }, "FAILED", null)).toEqual([
      "done",
      "failed",
      "waiting",
      "failed",
    ]);
  });
});
