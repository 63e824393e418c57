import type { LiveEvent } from "@sagashop/shared/live";
import type { QueryKey } from "@tanstack/react-query";
import * as z from "zod/mini";

const ORDERS: readonly QueryKey[] = [
  ["orders", "list"],
  ["orders", "recent"],
  ["orders", "summary"],
];
const STOCK_LISTS: readonly QueryKey[] = [
  ["stock", "list"],
  ["stock", "low"],
];
const ONE_STOCK = [
  ["stock", "now"],
  ["stock", "movements"],
] as const;
const RELEASES: readonly QueryKey[] = [["releases"]];

/** What each stream can change. */
export const ALL_OF = {
  orders: ORDERS,
  stock: [...STOCK_LISTS, ...ONE_STOCK, ...RELEASES],
};

export type Stream = keyof typeof ALL_OF;

const stockNews = z.object({ products: z.array(z.number()), more: z.boolean() });

/** What is to be asked for again after an event. */
export function concernedBy({ name, data }: LiveEvent): readonly QueryKey[] {
  switch (name) {
    case "sagas":
      return [["sagas"]];
    case "orders":
      return ORDERS;
    case "releases":
      return RELEASES;
    case "stock":
      return concernedByStock(data);
    default:
      return [];
  }
}

function concernedByStock(data: unknown): readonly QueryKey[] {
  const news = stockNews.safeParse(data);
  const changed =
    !news.success || news.data.more
      ? ONE_STOCK
      : news.data.products.flatMap((id) => ONE_STOCK.map((key) => [...key, id]));
  return [...STOCK_LISTS, ...changed];
}
