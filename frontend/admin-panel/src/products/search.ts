import * as z from "zod/mini";
import { count, oneOf, phrase } from "../pages/search";

export const PRODUCT_STATUSES = ["ACTIVE", "INACTIVE", "DELETED"] as const;
export const PRODUCT_SORTS = [
  "name",
  "-name",
  "price",
  "-price",
  "createdAt",
  "-createdAt",
] as const;

export const productSearch = z.object({
  q: phrase,
  category: count,
  status: oneOf(PRODUCT_STATUSES),
  sort: oneOf(PRODUCT_SORTS),
});
