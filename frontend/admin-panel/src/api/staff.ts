import { type OrderApi, ok, orders } from "@sagashop/shared/api";
import { type Query, saveFile, withQuery } from "./raw";

export function orderSummary(
  range: { from: string; to: string },
  signal?: AbortSignal,
): Promise<OrderApi.OrderSummary> {
  return ok(orders.GET("/orders/summary", { params: { query: range }, signal }));
}

/** The address of the Temporal Web UI, null where there is none. */
export async function temporalAddress(signal?: AbortSignal): Promise<string | null> {
  return (await ok(orders.GET("/operations/links", { signal }))).temporalUi ?? null;
}

/** The most rows that one file of orders has. */
const LONGEST_EXPORT = 10_000;

export function saveOrders(filter: Query): Promise<void> {
  return saveFile(
    withQuery("/api/orders/export", { ...filter, limit: LONGEST_EXPORT }),
    "orders.csv",
  );
}
