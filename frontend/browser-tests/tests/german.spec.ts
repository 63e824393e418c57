import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectNoSidewaysScrolling } from "../shop/axe";
import { expectStatus, newBuyer, paidOrder } from "../shop/buyer";
import { newProduct } from "../shop/goods";
import { whileProvider } from "../shop/provider";
import { expect, test } from "../shop/test";

const WORDS = join(import.meta.dirname, "../../admin-panel/src/words");
const COMMON = join(import.meta.dirname, "../../shared/src/i18n");
const PARTS = ["desk", "goods", "problems", "system", "trade"];

/** English sentences that have another German one; names such as "Status" are the same in both. */
const english = sentences("en").filter((sentence) => !sentences("de").includes(sentence));

function sentences(language: string): string[] {
  const files = [
    ...PARTS.map((part) => join(WORDS, language, `${part}.ts`)),
    join(COMMON, `${language}.ts`),
  ];
  return files
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/: ?\n? *"([^"]+)"/g)])
    .map(([, sentence]) => sentence ?? "");
}

test.use({ locale: "de-DE" });

for (const [name, size] of [
  ["narrow", { width: 320, height: 720 }],
  ["wide", { width: 1280, height: 800 }],
] as const) {
  test(`the desk is German from end to end for those who read German, ${name}`, async ({
    page,
  }) => {
    expect(english.length).toBeGreaterThan(200);
    const buyer = await newBuyer();
    const lamp = await newProduct(4);
    const id = await paidOrder(buyer, lamp);
    await whileProvider(["refuse-refunds", "ACCOUNT_CLOSED"], async () => {
      await buyer.caller.post(`/orders/${id}/cancel`);
      await expectStatus(id, "REFUND_FAILED");
    });
    await page.setViewportSize(size);
    await page.goto("/admin/");
    await page.getByLabel("E-Mail").fill("admin@example.com");
    await page.getByLabel("Passwort").fill("password");
    await page.getByRole("button", { name: "Anmelden" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Übersicht" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    const paths = ["", "orders", "orders?status=CANCELLED&from=2020-01-01&to=2020-01-02", "sagas"];
    const goods = ["products", "products/new", `products/${lamp.id}`, "stock", `stock/${lamp.id}`];
    const rest = ["releases", "dead-letters?state=ALL", "outbox", "users?open=1", "nowhere"];
    for (const path of [...paths, ...goods, ...rest, `orders/${id}`, `orders/${id}/refund`]) {
      await page.goto(`/admin/${path}`);
      await expect(page.locator("h1")).toHaveCount(1);
      await expect(page.getByText("Wird geladen …")).toHaveCount(0);
      await expectNoSidewaysScrolling(page, path);
      expect.soft(await untranslated(page), path).toEqual([]);
    }
    await page.goto(`/admin/orders/${id}`);
    await page.getByRole("button", { name: "Dieselbe Erstattung wiederholen" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Erstattung wiederholen" }).click();
    await expect(dialog.getByText("Sagen Sie, warum.")).toBeVisible();
    expect(await untranslated(page), "the dialog").toEqual([]);
    await dialog.getByRole("textbox", { name: "Grund" }).fill("Konto wieder offen");
    await dialog.getByRole("button", { name: "Erstattung wiederholen" }).click();
    await expectStatus(id, "CANCELLED");
  });
}

/** What stands in the page, or is read out there, as it stands in the English words. */
async function untranslated(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      texts.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label],[placeholder],[title],[alt]")) {
      for (const name of ["aria-label", "placeholder", "title", "alt"]) {
        texts.push(element.getAttribute(name) ?? "");
      }
    }
    return [...texts, document.title].map((text) => text.trim()).filter(Boolean);
  });
  const keys = /^[a-z]+(\.[a-zA-Z_]+)+$/;
  return [...new Set(shown)].filter(
    (text) => keys.test(text) || english.some((e) => says(text, e)),
  );
}

/** Values stand where the sentence has its places. */
function says(text: string, sentence: string): boolean {
  if (!sentence.includes("{{")) {
    return text === sentence;
  }
  const parts = sentence
    .split(/\{\{\w+\}\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  // Places alone, as in "{{name}}, {{at}}", say nothing in any language.
  return /[a-z]{3}/i.test(parts.join("")) && new RegExp(`^${parts.join(".+")}$`).test(text);
}
