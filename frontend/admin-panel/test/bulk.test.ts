import { describe, expect, it } from "vitest";
import { forEachRow, type RowResult } from "../src/orders/bulk";

describe("one action for many rows", () => {
  it("tells the result of each row, and goes on after one that fails", async () => {
    const results = new Map<number, RowResult>();
    const refusal = new Error("delivered");
    await forEachRow(
      [1, 2, 3],
      (id) => (id === 2 ? Promise.reject(refusal) : Promise.resolve()),
      (id, result) => results.set(id, result),
    );
    expect([...results]).toEqual([
      [1, { kind: "done" }],
      [2, { kind: "failed", error: refusal }],
      [3, { kind: "done" }],
    ]);
  });

  it("acts on each row once, and on four at a time", async () => {
    const seen: number[] = [];
    let running = 0;
    let most = 0;
    await forEachRow(
      Array.from({ length: 20 }, (_, id) => id),
      async (id) => {
        seen.push(id);
        running++;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running--;
      },
      () => {
        // The results are not what this test is about.
      },
    );
    expect(seen.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 20 }, (_, id) => id),
    );
    expect(most).toBe(4);
  });
});
