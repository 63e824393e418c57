import * as z from "zod/mini";
import { count, day, oneOf } from "../pages/search";

export const REASONS = [
  "PAYMENT_FAILED",
  "ORDER_CANCELLED",
  "INVENTORY_EXPIRED",
  "ORDER_REFUNDED",
] as const;

export const releaseSearch = z.object({
  orderId: count,
  reason: oneOf(REASONS),
  from: day,
  to: day,
});
export type ReleaseSearch = z.infer<typeof releaseSearch>;

export function isReason(reason: string): reason is (typeof REASONS)[number] {
  return REASONS.some((each) => each === reason);
}
