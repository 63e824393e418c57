import { ApiError } from "@sagashop/shared/api";
import { describe, expect, it } from "vitest";
import { conflictIn, merge } from "../src/products/conflict";

function refused(code: string, details: Record<string, unknown>): ApiError {
  return new ApiError({
    status: 409,
    code,
    message: "no",
    traceId: null,
    errors: [],
    retryAfter: null,
    details,
  });
}

const changed = refused("PRODUCT_CHANGED", {
  currentVersion: 8,
  changes: {
    name: { yours: "Mug", theirs: "Cup" },
    price: { yours: 5, theirs: 6.5 },
    imageUrls: { yours: [], theirs: ["a"] },
  },
});

describe("a product that somebody else changed first", () => {
  it("differs in the fields that the form has", () => {
    expect(
      conflictIn(
        refused("PRODUCT_CHANGED", {
          currentVersion: 8,
          changes: { name: { yours: "Mug", theirs: "Cup" } },
        }),
      ),
    ).toEqual({
      version: 8,
      differences: [{ field: "name", mine: "Mug", theirs: "Cup" }],
    });
  });

  it("is not what every refusal is about", () => {
    expect(conflictIn(refused("SKU_FIXED", {}))).toBeNull();
    expect(conflictIn(new Error("no network"))).toBeNull();
  });

  it("is merged as the person chose, field by field; mine is kept where nothing was chosen", () => {
    const conflict = conflictIn(changed);
    expect(conflict?.differences.map(({ field }) => field)).toEqual(["name", "price"]);
    expect(conflict && merge({ name: "Mug", price: 5 }, conflict, { price: "theirs" })).toEqual({
      name: "Mug",
      price: 6.5,
    });
  });
});
