import { forgetKey, keyFor } from "@sagashop/shared/api";
import type { CartLine } from "../cart/cart";

const PURPOSE = "checkout";
const FOR = "sagashop.checkout.lines";

/** What is ordered, whatever the order of the lines. */
function fingerprint(cart: readonly CartLine[]): string {
  return cart
    .map((line) => `${line.productId}x${line.quantity}`)
    .sort()
    .join(",");
}

/**
 * The key of the attempt to order this cart. It outlives reloads and double clicks, so that they
 * order once; another cart is another attempt.
 */
export function attemptKey(cart: readonly CartLine[]): string {
  const wanted = fingerprint(cart);
  if (localStorage.getItem(FOR) !== wanted) {
    forgetKey(PURPOSE);
    localStorage.setItem(FOR, wanted);
  }
  return keyFor(PURPOSE);
}

/** The attempt led to an order, or to nothing: the next one is another. */
export function endAttempt(): void {
  forgetKey(PURPOSE);
  localStorage.removeItem(FOR);
}
