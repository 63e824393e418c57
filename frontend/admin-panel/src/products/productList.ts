import { catalogue, ok, stock } from "@sagashop/shared/api";
import type { Product } from "../api/types";

export interface ProductRow {
  product: Product;
  /** Units that can be sold; null where the stock could not be asked, or was never counted. */
  available: number | null;
}

interface Filter {
  q?: string;
  categoryId?: number;
  status?: string;
  sort?: string;
}

export async function loadProducts(
  filter: Filter,
  page: { cursor?: string; size: number },
  signal: AbortSignal,
) {
  const { items, nextCursor } = await ok(
    catalogue.GET("/products/search", { params: { query: { ...filter, ...page } }, signal }),
  );
  const units = await unitsOf(items, signal);
  return {
    items: items.map((product) => ({ product, available: units[String(product.id)] ?? null })),
    nextCursor,
  };
}

async function unitsOf(products: Product[], signal: AbortSignal): Promise<Record<string, number>> {
  if (products.length === 0) {
    return {};
  }
  const ids = products.map(({ id }) => id);
  return ok(stock.POST("/inventory/batch", { body: ids, signal })).catch(() => ({}));
}

/** The smallest picture that is there, for a place of a few pixels. */
export function thumbnailOf({ images }: Product): string | undefined {
  const first = images[0];
  const smallest = Object.keys(first?.thumbnails ?? {}).sort(
    (one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10),
  )[0];
  return smallest ? first?.thumbnails[smallest] : first?.url;
}
