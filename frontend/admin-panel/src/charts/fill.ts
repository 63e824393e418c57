import type { Point } from "./TrendChart";

/** Services leave out the spans in which nothing happened; a line has to show them as nothing. */
export function fillGaps(
  points: Point[],
  range: { from: Date; to: Date },
  bucket: "hour" | "day",
): Point[] {
  const values = new Map(points.map(({ at, value }) => [at.getTime(), value]));
  const start = new Date(range.from);
  start.setUTCMinutes(0, 0, 0);
  if (bucket === "day") {
    start.setUTCHours(0);
  }
  const filled: Point[] = [];
  for (const at = start; at <= range.to; at.setUTCHours(at.getUTCHours() + HOURS[bucket])) {
    filled.push({ at: new Date(at), value: values.get(at.getTime()) ?? 0 });
  }
  return filled;
}

const HOURS = { hour: 1, day: 24 };
