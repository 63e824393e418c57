import { describe, expect, it } from "vitest";
import { type Draft, draftSchema, type Line, requestOf } from "../src/refunds/draft";

const lines: Line[] = [
  { productId: 6, title: "Shirt", price: 25, ordered: 2 },
  { productId: 9, title: "Book", price: 0.1, ordered: 3 },
];

function draft(part: Partial<Draft>): Draft {
  return { way: "LINES", units: {}, amount: "", restock: false, reason: "broken", ...part };
}

function faults(part: Partial<Draft>, refundable = 50) {
  const parsed = draftSchema(lines, refundable).safeParse(draft(part));
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => [path.join("."), message]);
}

describe("a refund by units", () => {
  it("asks for the units that were chosen, and for no others", () => {
    expect(requestOf(draft({ units: { p6: "1", p9: "0" }, restock: true }), lines)).toEqual({
      kind: "LINES",
      lines: [{ productId: 6, quantity: 1 }],
      restock: true,
      reason: "broken",
    });
  });

  it("needs at least one unit", () => {
    expect(faults({ units: { p6: "0" } })).toEqual([["units.all", "nothingChosen"]]);
  });

  it("takes no more units than were ordered", () => {
    expect(faults({ units: { p9: "4" } })).toContainEqual(["units.p9", "unitsRange"]);
  });

  it("costs no more than is refundable", () => {
    expect(faults({ units: { p6: "2", p9: "1" } }, 50)).toEqual([["units.all", "tooMuch"]]);
  });
});

describe("a refund by amount", () => {
  it("never puts anything on the shelf", () => {
    const request = requestOf(draft({ way: "GOODWILL", amount: "5,50", restock: true }), lines);
    expect(request).toEqual({ kind: "GOODWILL", amount: 5.5, reason: "broken" });
  });

  it("takes the whole of what is refundable, and not a cent more", () => {
    expect(faults({ way: "AMOUNT", amount: "50.00" })).toEqual([]);
    expect(faults({ way: "AMOUNT", amount: "50.01" })).toEqual([["amount", "tooMuch"]]);
  });

  it("needs a reason that is more than spaces", () => {
    expect(faults({ way: "AMOUNT", amount: "1", reason: "  " })).toEqual([
      ["reason", "reasonMissing"],
    ]);
  });
});
