import { listed, ok, orders, users } from "@sagashop/shared/api";
import type { Order, User } from "../api/types";
import { wholeDays } from "../pages/search";
import type { OrderSearch } from "./search";

export interface OrderRow {
  order: Order;
  /** Null where the users could not be asked; the order is shown all the same. */
  customer: User | null;
}

/** The filters as the services know them; the customer is known by its number there. */
export function orderFilter(search: OrderSearch, userId: number | undefined) {
  return { status: search.status, ...wholeDays(search), userId, sort: search.sort };
}

export async function loadOrders(
  filter: ReturnType<typeof orderFilter>,
  page: { cursor?: string; size: number },
  signal: AbortSignal,
) {
  const { items, nextCursor } = await listed(
    orders.GET("/orders", { params: { query: { ...filter, ...page } }, signal }),
  );
  const customers = await customersOf(items, signal);
  return {
    items: items.map((order) => ({ order, customer: customers.get(order.userId) ?? null })),
    nextCursor,
  };
}

async function customersOf(list: Order[], signal: AbortSignal): Promise<Map<number, User>> {
  const ids = [...new Set(list.map(({ userId }) => userId))];
  if (ids.length === 0) {
    return new Map();
  }
  const found = await ok(users.POST("/users/batch", { body: ids, signal })).catch(() => []);
  return new Map(found.map((user) => [user.id, user]));
}

export function nameOf(user: Pick<User, "firstName" | "lastName" | "email">): string {
  return `${user.firstName} ${user.lastName}`.trim() || user.email;
}

/** In which states an order can still be cancelled, and delivered. The service has the last word. */
export function canCancel({ status }: Order): boolean {
  return ["CREATED", "PLACED", "PAYMENT_PENDING", "PAID"].includes(status);
}

export function canDeliver({ status }: Order): boolean {
  return status === "PAID";
}
