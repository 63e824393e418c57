import { expectStatus, newBuyer, paidOrder, placeOrder } from "../shop/buyer";
import { signInToDesk } from "../shop/desk";
import { newProduct } from "../shop/goods";
import { asAdmin } from "../shop/people";
import { whileProvider } from "../shop/provider";
import { terminate } from "../shop/temporal";
import { expect, test } from "../shop/test";

test("support settles a refused refund by hand, and only with a reference", async ({ page }) => {
  const buyer = await newBuyer();
  const id = await paidOrder(buyer, await newProduct(4));
  await whileProvider(["refuse-refunds", "ACCOUNT_CLOSED"], async () => {
    await buyer.caller.post(`/orders/${id}/cancel`);
    await expectStatus(id, "REFUND_FAILED");
  });
  await signInToDesk(page, "support@example.com");
  await page.goto(`/admin/orders/${id}`);
  await page.getByRole("button", { name: "Resolve with reference" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Sent by bank transfer");
  await dialog.getByRole("button", { name: "Mark as settled" }).click();
  await expect(dialog.getByText("Enter the reference that proves it.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Reference" }).fill("SEPA-2026-0042");
  await dialog.getByRole("button", { name: "Mark as settled" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("Settled outside: SEPA-2026-0042")).toBeVisible({ timeout: 60_000 });
  const timeline = page.getByRole("list", { name: "Timeline" });
  await expect(timeline.getByText("Refund settled another way")).toBeVisible();
  await expect(
    timeline.getByText("Sent by bank transfer (reference SEPA-2026-0042)"),
  ).toBeVisible();
  await expect(timeline.getByText("Cancelled by the customer.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Resolve with reference" })).toHaveCount(0);
  await expectStatus(id, "CANCELLED");
  const { refunds } = await (await asAdmin()).get<{
    refunds: { status: string; outsideReference: string }[];
  }>(`/orders/${id}`);
  expect(refunds.map(({ status, outsideReference }) => [status, outsideReference])).toEqual([
    ["SUCCEEDED", "SEPA-2026-0042"],
  ]);
});

test("a saga that somebody stopped turns up live, and goes on when support restarts it", async ({
  page,
}) => {
  const buyer = await newBuyer();
  const lamp = await newProduct(4);
  await signInToDesk(page, "support@example.com");
  await page.goto("/admin/sagas");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  let id = 0;
  await whileProvider(["down"], async () => {
    id = await placeOrder(buyer, lamp);
    await expectStatus(id, "PAYMENT_PENDING");
    await terminate(`checkout-${id}`);
  });
  const saga = page.getByRole("article", { name: `checkout-${id}` });
  await expect(saga.getByRole("heading", { name: "The saga was stopped" })).toBeVisible({
    timeout: 120_000,
  });
  await saga.getByRole("button", { name: "Restart the saga" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Restart the saga" }).click();
  await expect(dialog.getByText("Say why.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Stopped by mistake");
  await dialog.getByRole("button", { name: "Restart the saga" }).click();
  await expect(page.getByText(`checkout-${id} goes on`)).toBeVisible();
  await expect(saga).toHaveCount(0, { timeout: 60_000 });
  await expectStatus(id, "PAID");
  await page.goto(`/admin/orders/${id}`);
  const timeline = page.getByRole("list", { name: "Timeline" });
  await expect(timeline.getByText("Saga restarted")).toBeVisible();
  await expect(timeline.getByText(/Stopped by mistake/)).toBeVisible();
  await expect(timeline.getByText("Paid", { exact: true }).first()).toBeVisible();
});
