import { describe, expect, it } from "vitest";
import { fillGaps } from "../src/charts/fill";

describe("a line over time", () => {
  it("shows days on which nothing happened as nothing", () => {
    const filled = fillGaps(
      [{ at: new Date("2026-03-02T00:00:00Z"), value: 4 }],
      { from: new Date("2026-03-01T10:00:00Z"), to: new Date("2026-03-03T10:00:00Z") },
      "day",
    );
    expect(filled.map(({ at, value }) => [at.toISOString().slice(0, 10), value])).toEqual([
      ["2026-03-01", 0],
      ["2026-03-02", 4],
      ["2026-03-03", 0],
    ]);
  });

  it("goes by the hour where it is asked to", () => {
    const range = { from: new Date("2026-03-01T22:30:00Z"), to: new Date("2026-03-02T01:00:00Z") };
    expect(fillGaps([], range, "hour")).toHaveLength(4);
  });
});
