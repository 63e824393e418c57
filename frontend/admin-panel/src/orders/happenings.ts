import { happeningOf } from "@sagashop/shared/api";

/** The sentences that the services write as reasons; what people wrote is none of them. */
const REASONS = {
  byCustomer: /^Cancelled by the customer\.$/,
  byStaff: /^Cancelled by the staff of the shop\.$/,
  onRequest: /^The order was cancelled on request\.$/,
  payment: /^Payment (?<id>\S+)$/,
  units: /^(?<count>\d+) units$/,
  noMoney: /^No money was taken, and none will be$/,
  expired: /^The payment was not decided before (?<at>\S+Z)\.$/,
  attempt: /^Attempt (?<attempt>\d+): (?<reason>.+)$/s,
  soldOut:
    /^Insufficient stock for productId=(?<id>\d+), requested=(?<wanted>\d+), available=(?<available>\d+)$/,
  notCounted: /^Inventory not found for productId=(?<id>\d+)$/,
  lateCharge: /^(?<amount>.+) was charged after the order had ended$/,
} as const;

/** Only this happening has its reference in the sentence that a person wrote. */
const SETTLED = /^(?<reason>.+) \(reference (?<reference>.+)\)$/s;

interface Reason {
  name: keyof typeof REASONS | "reference";
  values: typeof NO_VALUES;
}

/** Each sentence has words for some of them. */
const NO_VALUES = {
  id: "",
  count: 0,
  at: "",
  attempt: "",
  reason: "",
  amount: "",
  reference: "",
  wanted: "",
  available: "",
};

/** Null for what a person wrote: it is shown as it is. */
export function reasonOf(what: string, why: string): Reason | null {
  if (happeningOf(what) === "refundSettled") {
    const settled = SETTLED.exec(why);
    return settled && { name: "reference", values: valuesOf(settled) };
  }
  for (const [name, sentence] of Object.entries(REASONS)) {
    const found = sentence.exec(why);
    if (found) {
      return { name: name as keyof typeof REASONS, values: valuesOf(found) };
    }
  }
  return null;
}

function valuesOf({ groups }: RegExpExecArray) {
  return { ...NO_VALUES, ...groups, count: Number(groups?.count ?? 0) };
}

/** The number of the user who did it, null for the sagas. */
export function userOf(actor: string): number | null {
  const number = /^user (\d+)$/.exec(actor)?.[1];
  return number ? Number(number) : null;
}
