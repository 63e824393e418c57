import { catalogue, forgetKey, keyFor, ok, stock } from "@sagashop/shared/api";
import { send } from "../api/raw";
import type { Product, ProductRequest, StockItem } from "../api/types";

export function createProduct(request: ProductRequest): Promise<Product> {
  return ok(catalogue.POST("/products", { body: request }));
}

/** Refused if the product is not at the version that the person saw. */
export function changeProduct(
  id: number,
  version: number,
  request: ProductRequest,
): Promise<Product> {
  return ok(
    catalogue.PUT("/products/{id}", {
      params: { path: { id }, header: { "If-Match": `"${version}"` } },
      body: request,
    }),
  );
}

export function countFirst(productId: number, quantity: number): Promise<unknown> {
  return ok(stock.POST("/inventory/set", { body: { productId, quantity } }));
}

/**
 * Brings the stock from what the person saw to what the person typed. It is sent as a difference:
 * what was sold in between stays sold.
 */
export async function correctStock(seen: StockItem, onHand: number, reason: string): Promise<void> {
  const purpose = `stock:${seen.productId}:${seen.updatedAt}:${onHand}`;
  await ok(
    stock.POST("/inventory/adjust", {
      params: { header: { "Idempotency-Key": keyFor(purpose) } },
      body: { productId: seen.productId, delta: onHand - seen.onHand, reason },
    }),
  );
  forgetKey(purpose);
}

export async function uploadImage(productId: number, file: File): Promise<void> {
  const body = new FormData();
  body.append("file", file);
  await send(`/api/products/${productId}/images`, { method: "POST", body });
}
