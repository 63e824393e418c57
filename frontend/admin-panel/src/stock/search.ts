import * as z from "zod/mini";
import { oneOf, phrase } from "../pages/search";

export const AVAILABILITIES = ["in", "low", "out"] as const;
export const STOCK_SORTS = [
  "productId",
  "-productId",
  "available",
  "-available",
  "onHand",
  "-onHand",
  "updatedAt",
  "-updatedAt",
] as const;

export const stockSearch = z.object({
  q: phrase,
  availability: oneOf(AVAILABILITIES),
  sort: oneOf(STOCK_SORTS),
});
