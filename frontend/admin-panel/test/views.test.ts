import { beforeEach, describe, expect, it } from "vitest";
import { removeView, sameSearch, savedViews, saveView } from "../src/orders/views";

beforeEach(() => {
  for (const { name } of savedViews()) {
    removeView(name);
  }
});

describe("saved views", () => {
  it("survive a reload", () => {
    saveView("Ann's", { customer: "ann" });
    expect(localStorage.getItem("sagashop.desk.views")).toContain('"customer":"ann"');
  });

  it("have one view for each name: the last one", () => {
    saveView("mine", { status: "PAID" });
    saveView("mine", { status: "CANCELLED" });
    expect(savedViews()).toEqual([{ name: "mine", search: { status: "CANCELLED" } }]);
  });

  it("are recognized whatever the order of their filters", () => {
    expect(
      sameSearch({ status: "PAID", from: "2026-01-01" }, { from: "2026-01-01", status: "PAID" }),
    ).toBe(true);
    expect(sameSearch({ status: "PAID" }, {})).toBe(false);
  });
});
