import { useSyncExternalStore } from "react";

/** What somebody wants to buy, as it was when it was chosen; the review looks again. */
export interface CartLine {
  productId: number;
  name: string;
  price: number;
  quantity: number;
  image: string | null;
}

const KEY = "sagashop.cart";

/** More of one thing is a mistake of the keyboard. */
export const MOST_UNITS = 999;

let lines: readonly CartLine[] = read();
const listeners = new Set<() => void>();

function read(): readonly CartLine[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isLine) : [];
  } catch {
    // Somebody else wrote there: an empty cart is better than a shop that does not open.
    return [];
  }
}

function isLine(value: unknown): value is CartLine {
  const line = value as Partial<CartLine> | null;
  return (
    typeof line?.productId === "number" &&
    typeof line.name === "string" &&
    typeof line.price === "number" &&
    Number.isInteger(line.quantity) &&
    Number(line.quantity) > 0
  );
}

function change(next: readonly CartLine[]): void {
  lines = next;
  localStorage.setItem(KEY, JSON.stringify(next));
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const otherTab = (event: StorageEvent) => {
    if (event.key === KEY) {
      lines = read();
      listener();
    }
  };
  window.addEventListener("storage", otherTab);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", otherTab);
  };
}

export function useCart(): readonly CartLine[] {
  return useSyncExternalStore(subscribe, currentCart);
}

export function currentCart(): readonly CartLine[] {
  return lines;
}

export function unitsIn(cart: readonly CartLine[]): number {
  return cart.reduce((units, line) => units + line.quantity, 0);
}

export function quantityOf(cart: readonly CartLine[], productId: number): number {
  return cart.find((line) => line.productId === productId)?.quantity ?? 0;
}

/** Adds to what is there, and refreshes name and price to what the customer has just seen. */
export function addToCart(line: CartLine): void {
  const quantity = Math.min(MOST_UNITS, quantityOf(lines, line.productId) + line.quantity);
  const others = lines.filter((other) => other.productId !== line.productId);
  change([...others, { ...line, quantity }]);
}

/** Changes one line; a quantity below one removes it. */
export function changeLine(productId: number, fields: Partial<Omit<CartLine, "productId">>): void {
  change(
    lines
      .map((line) => (line.productId === productId ? { ...line, ...fields } : line))
      .map((line) => ({ ...line, quantity: Math.min(MOST_UNITS, line.quantity) }))
      .filter((line) => line.quantity > 0),
  );
}

export function removeFromCart(productId: number): void {
  change(lines.filter((line) => line.productId !== productId));
}

export function emptyCart(): void {
  change([]);
}

export function replaceCart(next: readonly CartLine[]): void {
  change(next);
}
