/** What the services write into a timeline, by the names under which we have words for it. */
const KNOWN = {
  placed: "placed",
  "stock reserved, payment awaited": "reserved",
  "stock reserved": "reserved",
  paid: "paid",
  cancelled: "cancelled",
  delivered: "delivered",
  "refund requested": "refundRequested",
  "refund refused": "refundRefused",
  refunded: "refunded",
  "refund opened again": "refundAgain",
  "refund resolved outside": "refundSettled",
  "stock released": "stockReleased",
  "stock returned": "stockReturned",
  "charge ruled out": "chargeRuledOut",
  "saga told to retry": "sagaRetried",
  "saga restarted": "sagaRestarted",
} as const;

export type Happening = (typeof KNOWN)[keyof typeof KNOWN];

/** Null for what is newer than this page: it is shown as it was written. */
export function happeningOf(what: string): Happening | null {
  return what in KNOWN ? KNOWN[what as keyof typeof KNOWN] : null;
}
