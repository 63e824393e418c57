import type { Page } from "@playwright/test";
import { expectStatus, newBuyer, placeOrder } from "../shop/buyer";
import { signInToDesk } from "../shop/desk";
import { newProduct } from "../shop/goods";
import { whileTopicRefuses, writeRecord } from "../shop/kafka";
import { expect, test } from "../shop/test";

test("a broken record is read as a dead letter, replayed in vain, and given up with a reason", async ({
  page,
}) => {
  const key = `broken-${Date.now()}`;
  await writeRecord("payment-success", key, `{"orderId": "${key}`);
  await signInToDesk(page, "admin@example.com");
  await page.goto("/admin/dead-letters?topic=payment-success.DLT");
  const letters = page.getByRole("row").filter({ hasText: "payment-success" });
  const open = async (count: number) => {
    await expect(letters).toHaveCount(count, { timeout: 60_000 });
  };
  await open(1);
  await letters.first().click();
  const dialog = page.getByRole("dialog", { name: "Dead letter" });
  await expect(dialog.getByText(key, { exact: true })).toBeVisible();
  await expect(dialog.getByText(`{"orderId": "${key}`)).toBeVisible();
  await expect(dialog.getByText("sagashop-inventory-service").first()).toBeVisible();
  await decide(page, "Replay", "Perhaps it was a hiccup");
  await expect(dialog.getByText("Perhaps it was a hiccup")).toBeVisible();
  await expect(dialog.getByText("Replayed", { exact: true }).first()).toBeVisible();
  await dialog.getByRole("button", { name: "Close the window" }).click();

  // Sent again as it was, it is as broken as before: a second letter, and the first one is done with.
  await open(1);
  await letters.first().click();
  await expect(dialog.getByText(key, { exact: true })).toBeVisible();
  await expect(dialog.getByText("Open", { exact: true })).toBeVisible({ timeout: 60_000 });
  await decide(page, "Give up", "Nobody can read this");
  await expect(dialog.getByText("Nobody can read this")).toBeVisible();
  await dialog.getByRole("button", { name: "Close the window" }).click();
  await expect(page.getByText("No dead letters")).toBeVisible({ timeout: 60_000 });
  await page.getByLabel("State").selectOption("Given up");
  await expect(letters.first()).toBeVisible();
  await expect(page).toHaveURL(/state=DISCARDED/);
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
  await page.getByLabel("Status").selectOption("Sent");
  for (const topic of ["order-created", "order-cancelled", "refund-requested"]) {
    await expect(page.getByRole("row").filter({ hasText: `${topic}${id}` })).toBeVisible({
      timeout: 60_000,
    });
  }
});

async function decide(page: Page, action: string, reason: string) {
  const asking = page.getByRole("dialog", { name: action, exact: true });
  await page.getByRole("dialog").getByRole("button", { name: action, exact: true }).last().click();
  await asking.getByRole("textbox", { name: "Reason" }).fill(reason);
  await asking.getByRole("button", { name: action, exact: true }).click();
  await expect(asking).toHaveCount(0);
}
