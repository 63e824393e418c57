import { expect, it } from "vitest";
import { de } from "../src/words/de";
import { en } from "../src/words/en";
import { later } from "../src/words/later";

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
  expect(placeholders(de)).toEqual(placeholders({ ...en, ...later }));
});
