import { beforeEach, expect, it, vi } from "vitest";
import { aLine } from "./given";

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
});

it("survives a reload", async () => {
  (await import("../src/cart/cart")).addToCart(aLine({ quantity: 2 }));
  vi.resetModules();
  const { currentCart } = await import("../src/cart/cart");
  expect(currentCart()).toEqual([aLine({ quantity: 2 })]);
});

it("adds to a line that is there, at the price just seen", async () => {
  const { addToCart, currentCart, unitsIn } = await import("../src/cart/cart");
  addToCart(aLine({ quantity: 2, price: 10 }));
  addToCart(aLine({ quantity: 1, price: 11 }));
  expect(currentCart()).toEqual([aLine({ quantity: 3, price: 11 })]);
  expect(unitsIn(currentCart())).toBe(3);
});

it("drops a line whose quantity falls below one", async () => {
  const { addToCart, changeLine, currentCart } = await import("../src/cart/cart");
  addToCart(aLine());
  changeLine(1, { quantity: 0 });
  expect(currentCart()).toEqual([]);
});

it.each([
  "no json",
  '{"a":1}',
  '[{"productId":"1"},{"productId":1,"name":"x","price":1,"quantity":-1}]',
])("opens empty on what it cannot have written: %s", async (kept) => {
  localStorage.setItem("sagashop.cart", kept);
  const { currentCart } = await import("../src/cart/cart");
  expect(currentCart()).toEqual([]);
});
