import { beforeEach, describe, expect, it } from "vitest";
import { attemptKey, endAttempt } from "../src/checkout/attempt";
import { accepted, changesOf, type Fact } from "../src/checkout/review";
import { stillToHave } from "../src/orders/OrderAgain";
import { aLine, aProduct } from "./given";

beforeEach(() => localStorage.clear());

function facts(...known: [number, Fact][]): Map<number, Fact> {
  return new Map(known);
}

describe("the review", () => {
  it("has nothing to say about a cart that can be had as it is", () => {
    const cart = [aLine({ quantity: 3 })];
    expect(changesOf(cart, facts([1, { product: aProduct(), available: 3 }]))).toEqual([]);
  });

  it("names what is gone, sold out, dearer and scarcer, and keeps the rest", () => {
    const cart = [
      aLine({ productId: 1 }),
      aLine({ productId: 2 }),
      aLine({ productId: 3, price: 10, quantity: 5 }),
      aLine({ productId: 4, quantity: 2 }),
    ];
    const changes = changesOf(
      cart,
      facts(
        [1, { product: null, available: 9 }],
        [2, { product: aProduct({ id: 2 }), available: 0 }],
        [3, { product: aProduct({ id: 3, price: 12 }), available: 4 }],
        [4, { product: aProduct({ id: 4 }), available: 2 }],
      ),
    );
    expect(changes.map(({ kind, line }) => [kind, line.productId])).toEqual([
      ["gone", 1],
      ["soldOut", 2],
      ["price", 3],
      ["fewer", 3],
    ]);
    expect(accepted(cart, changes)).toEqual([
      aLine({ productId: 3, price: 12, quantity: 4 }),
      aLine({ productId: 4, quantity: 2 }),
    ]);
  });
});

describe("an attempt", () => {
  it("keeps its key over reloads, whatever the order of the lines", () => {
    const key = attemptKey([aLine({ productId: 1 }), aLine({ productId: 2 })]);
    expect(attemptKey([aLine({ productId: 2 }), aLine({ productId: 1 })])).toBe(key);
  });

  it("is another one when the cart is another one", () => {
    const key = attemptKey([aLine({ quantity: 1 })]);
    expect(attemptKey([aLine({ quantity: 2 })])).not.toBe(key);
  });

  it("is another one after the order was accepted", () => {
    const key = attemptKey([aLine()]);
    endAttempt();
    expect(attemptKey([aLine()])).not.toBe(key);
  });
});

describe("ordering again", () => {
  it("takes what is still sold, at today's price, beside what the cart holds", () => {
    const lines = [aLine({ productId: 1, quantity: 5 }), aLine({ productId: 2 })];
    const known = facts(
      [1, { product: aProduct({ price: 11 }), available: 4 }],
      [2, { product: null, available: 9 }],
    );
    expect(stillToHave(lines, known, [aLine({ productId: 1, quantity: 3 })])).toEqual([
      aLine({ productId: 1, price: 11, quantity: 1 }),
    ]);
  });
});
