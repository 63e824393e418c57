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
  "stock released": "stockReleased",
  "stock returned": "stockReturned",
  "charge ruled out": "chargeRuledOut",
} as const;

type Happening = (typeof KNOWN)[keyof typeof KNOWN];

/** Null for what is newer than this page: it is shown as it was written. */
export function happeningOf(what: string): Happening | null {
  return what in KNOWN ? KNOWN[what as keyof typeof KNOWN] : null;
}

/** The number of the user who did it, null for the sagas. */
export function userOf(actor: string): number | null {
  const number = /^user (\d+)$/.exec(actor)?.[1];
  return number ? Number(number) : null;
}
