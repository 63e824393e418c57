import type { Locator, Page } from "@playwright/test";
import { newBuyer, paidOrder } from "../shop/buyer";
import { signInToDesk } from "../shop/desk";
import { newProduct } from "../shop/goods";
import { expect, test } from "../shop/test";

test("the dashboard counts what was sold, what runs out, what waits and what lags", async ({
  page,
}) => {
  const buyer = await newBuyer();
  const lamp = await newProduct(1, 20);
  await paidOrder(await newBuyer(), await newProduct(1));
  await signInToDesk(page, "admin@example.com");
  const byStatus = page.getByRole("list", { name: "Orders by status" }).getByRole("listitem");
  const sales = await numberIn(figure(page, "Sales after refunds"));
  const orders = await numberIn(figure(page, "Orders"));
  const paid = await numberIn(byStatus.filter({ hasText: "Paid" }));
  const sagas = figure(page, "Needs a person");
  await expect(sagas).toContainText(/\d/);
  for (const service of ["Orders", "Stock", "Payments"]) {
    const lag = page
      .getByRole("listitem")
      .filter({ hasText: new RegExp(`^${service}(up to date|\\d+ (second|minute|hour))`) });
    await expect(lag).toBeVisible();
  }

  const id = await paidOrder(buyer, lamp);
  await page.reload();
  const recent = page.getByRole("table", { name: "Orders" });
  await expect(recent.getByRole("row").filter({ hasText: `Order ${id}` })).toContainText("$20.00");
  await expect.poll(() => numberIn(figure(page, "Sales after refunds"))).toBe(sales + 20);
  await expect.poll(() => numberIn(figure(page, "Orders"))).toBe(orders + 1);
  await expect.poll(() => numberIn(byStatus.filter({ hasText: "Paid" }))).toBe(paid + 1);
  await figure(page, "Low stock").click();
  await expect(page).toHaveURL(/\/admin\/stock/);
  await page.getByRole("searchbox", { name: "SKU or product number" }).fill(`${lamp.id}`);
  await expect(page.getByRole("row").filter({ hasText: lamp.name })).toContainText("Sold out");
});

function figure(page: Page, name: string): Locator {
  return page.getByRole("main").getByRole("link", { name: new RegExp(`^${name} ?[$\\d-]`) });
}

/** The first number of an element, once there is one. */
async function numberIn(element: Locator): Promise<number> {
  await expect(element).toContainText(/\d/);
  const [, amount = ""] = /(-?[\d,]+(?:\.\d\d)?)/.exec((await element.textContent()) ?? "") ?? [];
  return Number(amount.replaceAll(",", ""));
}
