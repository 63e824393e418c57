import { expect, it } from "vitest";
import { instant } from "../src/i18n";
import { de } from "../src/i18n/de";
import { en } from "../src/i18n/en";

function placeholders(words: object): string[] {
  return Object.entries(words)
    .flatMap(([key, value]) =>
      typeof value === "string"
        ? [...value.matchAll(/\{\{(\w+)\}\}/g)].map((match) => `${key}:${match[1]}`)
        : placeholders(value),
    )
    .sort();
}

it("both languages fill in the same values", () => {
  expect(placeholders(de)).toEqual(placeholders(en));
});

it("moments without a zone are in UTC", () => {
  expect(instant("2026-03-01T10:00:00").toISOString()).toBe("2026-03-01T10:00:00.000Z");
  expect(instant("2026-03-01T10:00:00Z").toISOString()).toBe("2026-03-01T10:00:00.000Z");
});
