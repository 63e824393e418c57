import { ok, users } from "@sagashop/shared/api";
import { useQuery } from "@tanstack/react-query";
import type { User } from "../api/types";

type CustomerFilter =
  | { kind: "none" }
  | { kind: "looking" }
  | { kind: "failed"; error: unknown; again: () => void }
  | { kind: "one"; userId: number }
  | { kind: "nobody" }
  | { kind: "several"; users: User[] };

const MOST = 20;

/** The customer that a text means: by number, by address, or by a part of the name. */
export function useCustomerFilter(text: string | undefined): CustomerFilter {
  const isNumber = text !== undefined && /^\d{1,15}$/.test(text);
  const found = useQuery({
    queryKey: ["users", "search", text],
    queryFn: ({ signal }) =>
      ok(users.GET("/users", { params: { query: { q: text, size: MOST } }, signal })),
    enabled: text !== undefined && !isNumber,
  });
  if (text === undefined) {
    return { kind: "none" };
  }
  if (isNumber) {
    return { kind: "one", userId: Number(text) };
  }
  if (found.data === undefined) {
    return found.error
      ? { kind: "failed", error: found.error, again: () => void found.refetch() }
      : { kind: "looking" };
  }
  return meant(text, found.data.items);
}

/** A whole address means its owner, though it may be a part of others. */
export function meant(text: string, found: User[]): CustomerFilter {
  const exact = found.find(({ email }) => email.toLowerCase() === text.toLowerCase());
  const [first, ...others] = exact ? [exact] : found;
  if (!first) {
    return { kind: "nobody" };
  }
  return others.length === 0
    ? { kind: "one", userId: first.id }
    : { kind: "several", users: [first, ...others] };
}
