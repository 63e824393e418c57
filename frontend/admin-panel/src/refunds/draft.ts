import { cents, sum, times } from "@sagashop/shared/api";
import { z } from "zod";
import type { Order, RefundRequest } from "../api/types";
import { amountFrom } from "./money";

export const REFUND_WAYS = ["LINES", "AMOUNT", "GOODWILL"] as const;

/** The form of a refund, as it is typed. */
export interface Draft {
  way: (typeof REFUND_WAYS)[number];
  /** Units by the number of the product; a name beginning with a digit would be an index. */
  units: Record<string, string>;
  amount: string;
  restock: boolean;
  reason: string;
}

export interface Line {
  productId: number;
  title: string;
  price: number;
  ordered: number;
}

/** One line for each product: the services count units by product. */
export function linesOf(order: Order): Line[] {
  const lines = new Map<number, Line>();
  for (const { productId, title, price, quantity } of order.items) {
    const known = lines.get(productId);
    lines.set(productId, {
      productId,
      title,
      price,
      ordered: quantity + (known?.ordered ?? 0),
    });
  }
  return [...lines.values()];
}

export function unitsName(productId: number): `p${number}` {
  return `p${productId}`;
}

function unitsOf(draft: Draft, line: Line): number {
  const units = Number(draft.units[unitsName(line.productId)] ?? 0);
  return Number.isInteger(units) && units > 0 ? units : 0;
}

/** What a draft would give back; null while that cannot be told. */
export function amountOf(draft: Draft, lines: Line[]): number | null {
  return draft.way === "LINES"
    ? sum(lines.map((line) => times(line.price, unitsOf(draft, line))))
    : amountFrom(draft.amount);
}

export function requestOf(draft: Draft, lines: Line[]): RefundRequest {
  const reason = draft.reason.trim();
  if (draft.way !== "LINES") {
    return { kind: draft.way, amount: amountFrom(draft.amount) ?? 0, reason };
  }
  return {
    kind: "LINES",
    lines: lines
      .map((line) => ({ productId: line.productId, quantity: unitsOf(draft, line) }))
      .filter(({ quantity }) => quantity > 0),
    restock: draft.restock,
    reason,
  };
}

/** Faults are named by keys of `refund.faults`. */
export function draftSchema(lines: Line[], refundable: number) {
  const shape = z.object({
    way: z.enum(REFUND_WAYS),
    units: z.record(z.string(), z.string()),
    amount: z.string(),
    restock: z.boolean(),
    reason: z.string().trim().min(1, "reasonMissing").max(500, "reasonLong"),
  });
  return shape.superRefine((draft, context) => {
    const fault = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    const place = draft.way === "LINES" ? ["units", "all"] : ["amount"];
    if (draft.way === "LINES") {
      for (const line of lines) {
        const typed = draft.units[unitsName(line.productId)] || "0";
        if (!/^\d{1,9}$/.test(typed) || Number(typed) > line.ordered) {
          fault(["units", unitsName(line.productId)], "unitsRange");
        }
      }
    }
    const amount = amountOf(draft, lines);
    if (!amount) {
      fault(place, draft.way === "LINES" ? "nothingChosen" : "amountMissing");
    } else if (cents(amount) > cents(refundable)) {
      fault(place, "tooMuch");
    }
  });
}
