import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SHOP_URL } from "../shop/address";
import { newProduct } from "../shop/goods";
import { expect, test } from "../shop/test";

type Scores = Record<"performance" | "accessibility" | "best-practices" | "seo", number>;

function lighthouse(path: string): Scores {
  const report = join(mkdtempSync(join(tmpdir(), "lighthouse-")), "report.json");
  execFileSync(
    "npx",
    [
      "--no-install",
      "lighthouse",
      SHOP_URL + path,
      "--quiet",
      "--output=json",
      `--output-path=${report}`,
      "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking",
    ],
    { env: { ...process.env, CHROME_PATH: process.env.CHROMIUM }, timeout: 180_000 },
  );
  const { categories } = JSON.parse(readFileSync(report, "utf8"));
  return Object.fromEntries(
    Object.entries<{ score: number }>(categories).map(([name, { score }]) => [name, score * 100]),
  ) as Scores;
}

function expectAtLeast(scores: Scores, least: Partial<Scores>): void {
  for (const [name, bar] of Object.entries(least)) {
    expect
      .soft(scores[name as keyof Scores], `${name} of ${JSON.stringify(scores)}`)
      .toBeGreaterThanOrEqual(bar);
  }
}

// Figures of a phone, which a busy machine spoils: they are taken on request.
test("the shop is fast, accessible and found @full", async () => {
  test.setTimeout(600_000);
  const lamp = await newProduct(3);
  for (const path of ["/", `/products/${lamp.id}`]) {
    expectAtLeast(lighthouse(path), {
      performance: 95,
      accessibility: 100,
      "best-practices": 95,
      seo: 95,
    });
  }
});

test("the desk is fast and accessible @full", async () => {
  test.setTimeout(600_000);
  expectAtLeast(lighthouse("/admin/"), { performance: 90, accessibility: 100 });
});
