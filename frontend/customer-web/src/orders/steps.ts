import type { Order, TimelineEntry } from "./queries";

export const STEPS = ["placed", "reserved", "charged", "confirmed"] as const;
export type StepName = (typeof STEPS)[number];
export type StepState = "done" | "active" | "failed" | "skipped" | "waiting";

export interface Step {
  name: StepName;
  state: StepState;
  /** When it was done. */
  at: string | null;
}

/** Where the checkout of an order stands, by what has been recorded of it. */
export function stepsOf(order: Order, timeline: readonly TimelineEntry[]): Step[] {
  const reservedAt = timeline.find((entry) => entry.toStatus === "PAYMENT_PENDING")?.at ?? null;
  const paidAt = order.paidAt ?? null;
  const done: Record<StepName, string | null> = {
    placed: order.createdAt,
    reserved: reservedAt ?? paidAt,
    charged: paidAt,
    confirmed: paidAt,
  };
  const current = STEPS.find((name) => done[name] === null);
  return STEPS.map((name) => ({
    name,
    state: stateOf(name, current, done, order),
    at: done[name],
  }));
}

function stateOf(
  name: StepName,
  current: StepName | undefined,
  done: Record<StepName, string | null>,
  order: Order,
): StepState {
  if (done[name] !== null) {
    return "done";
  }
  if (order.status === "CANCELLED") {
    return name === current && order.cancelReason !== "CANCELLED_ON_REQUEST" ? "failed" : "skipped";
  }
  return name === current ? "active" : "waiting";
}

/** Whether the checkout is still under way. */
export function isUnderWay(status: string): boolean {
  return status === "CREATED" || status === "PLACED" || status === "PAYMENT_PENDING";
}

export function canBeCancelled(status: string): boolean {
  return isUnderWay(status) || status === "PAID";
}
