import { destinationsFor } from "../app/navigation";

/** After G, one letter for each page. */
const KEYS = {
  dashboard: "d",
  orders: "o",
  sagas: "s",
  products: "p",
  stock: "t",
  releases: "r",
  deadLetters: "l",
  outbox: "x",
  users: "u",
} as const;

export function jumpsFor(isAdmin: boolean) {
  return destinationsFor(isAdmin).map((each) => ({ ...each, key: KEYS[each.name] }));
}

export function jumpFor(key: string, isAdmin: boolean) {
  return jumpsFor(isAdmin).find((each) => each.key === key)?.to;
}
