import type { QueryKey } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { gather } from "../src/live/gather";
import { concernedBy } from "../src/live/news";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const LIST = ["orders", "list"];
const RECENT = ["orders", "recent"];

describe("what happens within a second", () => {
  it("is asked for at once, and what follows together", async () => {
    const passed: QueryKey[][] = [];
    const news = gather(async (keys) => passed.push(keys));
    news.add([LIST]);
    expect(passed).toEqual([[LIST]]);

    for (let event = 0; event < 50; event++) {
      news.add([LIST]);
      news.add([RECENT]);
    }
    await vi.advanceTimersByTimeAsync(999);
    expect(passed).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(passed).toEqual([[LIST], [LIST, RECENT]]);

    await vi.advanceTimersByTimeAsync(10_000);
    expect(passed).toHaveLength(2);
    news.add([RECENT]);
    expect(passed).toHaveLength(3);
  });

  it("waits for an answer that takes longer", async () => {
    const answers: (() => void)[] = [];
    const news = gather(() => new Promise<void>((resolve) => answers.push(resolve)));
    news.add([LIST]);
    news.add([LIST]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(answers).toHaveLength(1);

    answers[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(answers).toHaveLength(2);
  });

  it("goes on after a refresh that failed", async () => {
    let tries = 0;
    const news = gather(async () => {
      tries++;
      throw new Error("the service is away");
    });
    news.add([LIST]);
    news.add([LIST]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tries).toBe(2);
  });

  it("is forgotten when nobody is there any more", async () => {
    const passed: QueryKey[][] = [];
    const news = gather(async (keys) => passed.push(keys));
    news.add([LIST]);
    news.add([RECENT]);
    news.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(passed).toEqual([[LIST]]);
  });
});

describe("an event", () => {
  const concerned = (name: string, data: unknown) => concernedBy({ id: undefined, name, data });

  it("about the stock concerns the lists and the products that it names", () => {
    expect(concerned("stock", { products: [7], more: false })).toEqual([
      ["stock", "list"],
      ["stock", "low"],
      ["stock", "now", 7],
      ["stock", "movements", 7],
    ]);
  });

  it("about more stock than it names concerns every product", () => {
    expect(concerned("stock", { products: [7], more: true })).toContainEqual([
      "stock",
      "movements",
    ]);
  });

  it("about orders leaves single orders to their own streams", () => {
    expect(concerned("orders", { ids: [1], more: false })).not.toContainEqual(["orders"]);
    expect(concerned("orders", { ids: [1], more: false })).toContainEqual(["orders", "list"]);
  });

  it("that is not known concerns nothing", () => {
    expect(concerned("weather", {})).toEqual([]);
  });
});
