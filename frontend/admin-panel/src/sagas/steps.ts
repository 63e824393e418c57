/** The steps in which a saga can wait, by the names under which we have words for them. */
const KNOWN = {
  "reserve stock": "reserveStock",
  charge: "charge",
  "release stock": "releaseStock",
  "void charge": "voidCharge",
  refund: "refund",
  "return stock": "returnStock",
  "return items": "returnStock",
} as const;

type SagaStep = (typeof KNOWN)[keyof typeof KNOWN];

/** Null for what is newer than this page: it is shown as it was written. */
export function stepOf(step: string): SagaStep | null {
  return step in KNOWN ? KNOWN[step as keyof typeof KNOWN] : null;
}
