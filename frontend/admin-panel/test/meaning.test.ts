import { describe, expect, it } from "vitest";
import { meaningsOf } from "../src/palette/meaning";

describe("a text that somebody pasted", () => {
  it.each([
    ["checkout-42", [{ kind: "order", id: 42 }]],
    ["Order 42", [{ kind: "order", id: 42 }]],
    ["refund-7", [{ kind: "refund", id: 7 }]],
    ["product #3", [{ kind: "product", id: 3 }]],
    ["SKU-006", [{ kind: "sku", sku: "SKU-006" }]],
    [" ann@example.com ", [{ kind: "email", email: "ann@example.com" }]],
    [
      "42",
      [
        { kind: "order", id: 42 },
        { kind: "product", id: 42 },
      ],
    ],
    ["laptop", []],
    ["12345678901234567890", []],
  ])("%j", (text, meanings) => expect(meaningsOf(text)).toEqual(meanings));
});
