import { isOrderStatus, type OrderStatus } from "@sagashop/shared/ui";

/** The filters of somebody's orders, which live in the address. */
export interface OrdersSearch {
  status?: OrderStatus;
  /** Days as `2026-03-01`, both included. */
  from?: string;
  to?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readOrdersSearch(search: Record<string, unknown>): OrdersSearch {
  const { status, from, to } = search;
  return {
    ...(typeof status === "string" && isOrderStatus(status) ? { status } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  };
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && DAY.test(value) && !Number.isNaN(Date.parse(value));
}

/** The moments between which the days of the reader lie, the second one excluded. */
export function momentsOf({ from, to }: OrdersSearch): { from?: string; to?: string } {
  return {
    ...(from ? { from: new Date(`${from}T00:00`).toISOString() } : {}),
    ...(to ? { to: dayAfter(to).toISOString() } : {}),
  };
}

function dayAfter(day: string): Date {
  const next = new Date(`${day}T00:00`);
  next.setDate(next.getDate() + 1);
  return next;
}
