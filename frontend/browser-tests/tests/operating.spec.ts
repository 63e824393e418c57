import type { Page } from "@playwright/test";
import { expectStatus, newBuyer, placeOrder } from "../shop/buyer";
import { signInToDesk } from "../shop/desk";
import { newProduct } from "../shop/goods";
import { whileTopicRefuses, writeRecord } from "../shop/kafka";
import { asAdmin } from "../shop/people";
import { expect, test } from "../shop/test";

test("a broken record is read as a dead letter, replayed in vain, and given up with a reason", async ({
  page,
}) => {
  const key = `broken-${Date.now()}`;
  await writeRecord("payment-success", key, `{"orderId": "${key}`);
  const first = await onlyOpenLetter(key);
  await signInToDesk(page, "admin@example.com");
  await page.goto("/admin/dead-letters?topic=payment-success.DLT");
  await page.getByText(first, { exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Dead letter" });
  await expect(dialog.getByText(key, { exact: true })).toBeVisible();
  await expect(dialog.getByText(`{"orderId": "${key}`)).toBeVisible();
  await expect(dialog.getByText("sagashop-inventory-service").first()).toBeVisible();
  await decide(page, "Replay", "Perhaps it was a hiccup");
  await expect(dialog.getByText("Replayed · Perhaps it was a hiccup")).toBeVisible();
  await dialog.getByRole("button", { name: "Close the window" }).click();
  await expect(page.getByText(first, { exact: true })).toHaveCount(0);

  // Sent again as it was, it is as broken as before.
  const second = await onlyOpenLetter(key);
  expect(second).not.toBe(first);
  await page.getByText(second, { exact: true }).click({ timeout: 60_000 });
  await expect(dialog.getByText(key, { exact: true })).toBeVisible();
  await decide(page, "Give up", "Nobody can read this");
  await expect(dialog.getByText("Given up · Nobody can read this")).toBeVisible();
  await dialog.getByRole("button", { name: "Close the window" }).click();
  await expect(page.getByText(second, { exact: true })).toHaveCount(0);
  await page.getByLabel("State").selectOption("Given up");
  await expect(page).toHaveURL(/state=DISCARDED/);
  await expect(page.getByText(second, { exact: true })).toBeVisible();
});

test("an event that its topic refuses holds the later ones back until an admin sends it again", async ({
  page,
}) => {
  const buyer = await newBuyer();
  const lamp = await newProduct(4);
  await signInToDesk(page, "admin@example.com");
  let id = 0;
  await whileTopicRefuses("order-created", async () => {
    id = await placeOrder(buyer, lamp);
    await page.goto("/admin/outbox?status=FAILED");
    await expect(page.getByRole("row").filter({ hasText: `order-created${id}` })).toBeVisible({
      timeout: 90_000,
    });
  });
  await expectStatus(id, "PAID");
  await buyer.caller.post(`/orders/${id}/cancel`);
  await expectStatus(id, "CANCELLED");
  await page
    .getByRole("row")
    .filter({ hasText: `order-created${id}` })
    .click();
  const dialog = page.getByRole("dialog", { name: /^Event \d+$/ });
  await expect(dialog.getByText("Waiting behind it")).toBeVisible();
  await expect(dialog.getByText(/RecordTooLarge/)).toBeVisible();
  await decide(page, "Send again", "The topic takes it now");
  await expect(dialog.getByText("The topic takes it now")).toBeVisible();
  await dialog.getByRole("button", { name: "Close the window" }).click();
  await expect(page.getByText("No events fit this filter")).toBeVisible({ timeout: 60_000 });
  await expect
    .poll(() => sentTopics(id), { message: `events of order ${id}`, timeout: 60_000 })
    .toEqual(["order-created", "order-cancelled", "refund-requested"]);
});

/** What order-api has told of an order, in its order. */
async function sentTopics(id: number): Promise<string[]> {
  const { rows } = await (await asAdmin()).get<{ rows: { topic: string }[] }>(
    `/operations/outbox/order-service?status=PUBLISHED&aggregateKey=${id}`,
  );
  return rows.map(({ topic }) => topic);
}

/** Partition and offset of the one letter with this key that nobody has decided yet. */
async function onlyOpenLetter(key: string): Promise<string> {
  let found: string[] = [];
  const read = async () => {
    const { letters } = await (await asAdmin()).get<{
      letters: { partition: number; offset: number; key: { data: string } | null }[];
    }>("/operations/dead-letters?topic=payment-success.DLT");
    found = letters
      .filter((letter) => letter.key?.data === key)
      .map(({ partition, offset }) => `${partition}/${offset}`);
    return found;
  };
  await expect.poll(read, { message: `letters of ${key}`, timeout: 60_000 }).toHaveLength(1);
  return found[0] ?? "";
}

async function decide(page: Page, action: string, reason: string) {
  const asking = page.getByRole("dialog", { name: action, exact: true });
  await page.getByRole("dialog").getByRole("button", { name: action, exact: true }).last().click();
  await asking.getByRole("textbox", { name: "Reason" }).fill(reason);
  await asking.getByRole("button", { name: action, exact: true }).click();
  await expect(asking).toHaveCount(0);
}
