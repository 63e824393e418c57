import { expect, it } from "vitest";
import { askedFor } from "../src/stock/stockList";

it("asks for a product by its number, and for all others by how their SKU begins", () => {
  expect(askedFor({ q: "55", sort: "onHand" })).toEqual({ productId: 55, sort: "onHand" });
  expect(askedFor({ q: "SKU-05" })).toEqual({ q: "SKU-05" });
  expect(askedFor({ availability: "low" })).toEqual({ availability: "low" });
});
