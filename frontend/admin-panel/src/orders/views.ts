import { useSyncExternalStore } from "react";
import * as z from "zod/mini";
import { type OrderSearch, orderSearch } from "./search";

const KEY = "sagashop.desk.views";

const savedView = z.object({ name: z.string(), search: orderSearch });
export type SavedView = z.infer<typeof savedView>;

let views: SavedView[] = read();
const listeners = new Set<() => void>();

function read(): SavedView[] {
  try {
    return z.array(savedView).parse(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
  } catch {
    // Written by hand, or by a version that kept them otherwise.
    return [];
  }
}

function write(next: SavedView[]) {
  views = next;
  localStorage.setItem(KEY, JSON.stringify(next));
  for (const listener of listeners) {
    listener();
  }
}

/** A view of the same name is replaced. */
export function saveView(name: string, search: OrderSearch): void {
  write([...views.filter((view) => view.name !== name), { name, search }]);
}

export function removeView(name: string): void {
  write(views.filter((view) => view.name !== name));
}

export function savedViews(): SavedView[] {
  return views;
}

export function useSavedViews(): SavedView[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, savedViews);
}

export function sameSearch(one: OrderSearch, other: OrderSearch): boolean {
  const keys = ["status", "from", "to", "customer", "sort"] as const;
  return keys.every((key) => one[key] === other[key]);
}
