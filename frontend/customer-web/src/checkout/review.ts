import { ApiError, catalogue, ok, stock } from "@sagashop/shared/api";
import type { CartLine } from "../cart/cart";
import type { Product } from "../catalogue/queries";

/** What has changed about a line since it was put into the cart. */
export type Change =
  | { kind: "price"; line: CartLine; price: number }
  | { kind: "fewer"; line: CartLine; available: number }
  | { kind: "soldOut"; line: CartLine }
  | { kind: "gone"; line: CartLine };

/** What is true of a product now; null where it is not sold any more. */
export interface Fact {
  product: Product | null;
  available: number;
}

/** Asks for everything in the cart at once; stock counts only for who is signed in. */
export async function factsOf(cart: readonly CartLine[]): Promise<Map<number, Fact>> {
  const ids = cart.map((line) => line.productId);
  const [products, units] = await Promise.all([
    Promise.all(ids.map(productOrNull)),
    ok(stock.POST("/inventory/batch", { body: ids })),
  ]);
  return new Map(
    ids.map((id, index) => {
      const product = products[index] ?? null;
      return [
        id,
        {
          product: product?.status === "ACTIVE" ? product : null,
          available: units[String(id)] ?? 0,
        },
      ];
    }),
  );
}

async function productOrNull(id: number): Promise<Product | null> {
  try {
    return await ok(catalogue.GET("/products/{id}", { params: { path: { id } } }));
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) {
      return null;
    }
    throw error;
  }
}

export function changesOf(cart: readonly CartLine[], facts: Map<number, Fact>): Change[] {
  return cart.flatMap((line): Change[] => {
    const fact = facts.get(line.productId);
    if (!fact?.product) {
      return [{ kind: "gone", line }];
    }
    if (fact.available <= 0) {
      return [{ kind: "soldOut", line }];
    }
    const changes: Change[] = [];
    if (fact.product.price !== line.price) {
      changes.push({ kind: "price", line, price: fact.product.price });
    }
    if (fact.available < line.quantity) {
      changes.push({ kind: "fewer", line, available: fact.available });
    }
    return changes;
  });
}

/** The cart as it can be ordered now. */
export function accepted(cart: readonly CartLine[], changes: Change[]): CartLine[] {
  return cart.flatMap((line) => {
    const ofLine = changes.filter((change) => change.line.productId === line.productId);
    if (ofLine.some(({ kind }) => kind === "gone" || kind === "soldOut")) {
      return [];
    }
    const changed = { ...line };
    for (const change of ofLine) {
      if (change.kind === "price") {
        changed.price = change.price;
      } else if (change.kind === "fewer") {
        changed.quantity = change.available;
      }
    }
    return [changed];
  });
}
