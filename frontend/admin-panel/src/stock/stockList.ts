import { catalogue, ok, stock } from "@sagashop/shared/api";
import type { StockItem } from "../api/types";

export interface StockRow {
  item: StockItem;
  /** Null for a product that is gone from the catalogue, or where that could not be asked. */
  name: string | null;
}

interface Filter {
  q?: string;
  availability?: string;
  sort?: string;
}

/** A number is that of a product; anything else is what a SKU begins with. */
export function askedFor({ q, ...rest }: Filter) {
  return q && /^[1-9]\d{0,14}$/.test(q) ? { ...rest, productId: Number(q) } : { ...rest, q };
}

export async function loadStock(
  filter: Filter,
  page: { cursor?: string; size: number },
  signal: AbortSignal,
) {
  const { items, nextCursor, hasMore } = await ok(
    stock.GET("/inventory/stock", { params: { query: { ...askedFor(filter), ...page } }, signal }),
  );
  const names = await namesOf(items, signal);
  return {
    items: items.map((item) => ({ item, name: names.get(item.productId) ?? null })),
    nextCursor,
    hasMore,
  };
}

/** One request for all; if one of them is gone from the catalogue, each is asked for alone. */
async function namesOf(items: StockItem[], signal: AbortSignal): Promise<Map<number, string>> {
  const ids = items.map(({ productId }) => productId);
  if (ids.length === 0) {
    return new Map();
  }
  const products = await ok(
    catalogue.GET("/products/batch", { params: { query: { ids } }, signal }),
  ).catch(() => Promise.all(ids.map((id) => productOrNothing(id, signal))));
  return new Map(products.flatMap((each) => (each ? [[each.id, each.name] as const] : [])));
}

function productOrNothing(id: number, signal: AbortSignal) {
  return ok(catalogue.GET("/products/{id}", { params: { path: { id } }, signal })).catch(
    () => null,
  );
}
