import { ORDER_STATUSES } from "@sagashop/shared/ui";
import * as z from "zod/mini";
import { day, oneOf, phrase } from "../pages/search";

export const ORDER_SORTS = ["-createdAt", "createdAt", "-total", "total"] as const;

export const orderSearch = z.object({
  status: oneOf(ORDER_STATUSES),
  from: day,
  to: day,
  customer: phrase,
  sort: oneOf(ORDER_SORTS),
});
export type OrderSearch = z.infer<typeof orderSearch>;
