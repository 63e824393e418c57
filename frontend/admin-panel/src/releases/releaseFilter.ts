import { wholeDays } from "../pages/search";
import type { ReleaseSearch } from "./search";

export function releaseFilter({ orderId, reason, ...days }: ReleaseSearch) {
  return { orderId, reason, ...wholeDays(days) };
}

const DAY = 24 * 60 * 60 * 1000;

/** Up to three days are told by the hour. */
export function bucketFor({ from, to }: { from?: string; to?: string }): "hour" | "day" {
  const span = from
    ? (to ? new Date(to).getTime() : Date.now()) - new Date(from).getTime()
    : Number.POSITIVE_INFINITY;
  return span <= 3 * DAY ? "hour" : "day";
}
