/**
 * Keys of requests that must not happen twice. A key lives in the browser's storage under the
 * purpose of the request, so that a reload or a second click sends the same one, until the purpose
 * is fulfilled.
 */
const PREFIX = "sagashop.key.";

export function keyFor(purpose: string): string {
  const kept = localStorage.getItem(PREFIX + purpose);
  if (kept) {
    return kept;
  }
  const key = crypto.randomUUID?.() ?? fallback();
  localStorage.setItem(PREFIX + purpose, key);
  return key;
}

/** The next request of this purpose is a new one. */
export function forgetKey(purpose: string): void {
  localStorage.removeItem(PREFIX + purpose);
}

/** `randomUUID` exists in secure contexts only, and a shop may be tried over plain HTTP. */
function fallback(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
