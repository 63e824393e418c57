import { readFile } from "node:fs/promises";
import { expectStatus, newBuyer, paidOrder } from "../shop/buyer";
import { signInToDesk } from "../shop/desk";
import { newProduct } from "../shop/goods";
import { asAdmin } from "../shop/people";
import { expect, test } from "../shop/test";

test("filters stay in the address, become a view of their own, and what they find a file", async ({
  page,
}) => {
  const buyer = await newBuyer();
  const id = await paidOrder(buyer, await newProduct(4));
  await signInToDesk(page, "support@example.com");
  await page.goto("/admin/orders");
  const day = (offset: number) =>
    new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Customer").first().fill(buyer.email);
  await expect(page).toHaveURL(/customer=/);
  await page.getByLabel("From").fill(day(-1));
  await page.getByLabel("To", { exact: true }).fill(day(1));
  const row = page.getByRole("row").filter({ hasText: `Order ${id}` });
  await expect(row).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`from=${day(-1)}.*to=${day(1)}`));
  await page.reload();
  await expect(row).toBeVisible();
  await expect(page.getByLabel("From")).toHaveValue(day(-1));
  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Give the view a name.")).toBeVisible();
  await page.getByRole("textbox", { name: "Name of the view" }).fill("Robin these days");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();

  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  const text = await readFile(await (await saving).path(), "utf8");
  const [head, ...lines] = text.trim().split(/\r?\n/);
  expect(head).toContain("status");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`${id}`);

  await page.getByLabel("From").fill(day(1));
  await expect(page.getByText("No orders fit these filters")).toBeVisible();
  await page.goto("/admin/orders");
  await page.getByRole("link", { name: "Robin these days" }).click();
  await expect(row).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: "Remove the view Robin these days" }).click();
  await expect(page.getByRole("link", { name: "Robin these days" })).toHaveCount(0);
});

test("several orders are cancelled at once, with a result for each", async ({ page }) => {
  const buyer = await newBuyer();
  const lamp = await newProduct(9);
  const ids = [await paidOrder(buyer, lamp), await paidOrder(buyer, lamp)];
  const delivered = await paidOrder(buyer, lamp);
  await (await asAdmin()).post(`/orders/${delivered}/deliver`);
  await signInToDesk(page, "support@example.com");
  await page.goto(`/admin/orders?customer=${encodeURIComponent(buyer.email)}`);
  await page.getByRole("checkbox", { name: "Select all rows" }).check();
  await expect(page.getByText("3 orders selected")).toBeVisible();
  await page.getByRole("button", { name: "Cancel selected" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel 3 orders?" });
  await dialog.getByRole("button", { name: "Cancel 3 orders" }).click();
  await expect(dialog.getByText("2 done, 1 refused, of 3")).toBeVisible({ timeout: 60_000 });
  const results = dialog.getByRole("listitem");
  await expect(results.filter({ hasText: `Order ${delivered}` })).toContainText(
    "The order was delivered and cannot be cancelled any more.",
  );
  for (const id of ids) {
    await expect(results.filter({ hasText: `Order ${id}` })).toContainText("Done");
  }
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  for (const id of ids) {
    await expectStatus(id, "CANCELLED");
    await expect(
      page
        .getByRole("row")
        .filter({ hasText: `Order ${id}` })
        .getByText("Cancelled"),
    ).toBeVisible({ timeout: 60_000 });
  }
});

test("the palette finds an order, a product and a user, and opens them", async ({ page }) => {
  const buyer = await newBuyer();
  const lamp = await newProduct(4);
  const id = await paidOrder(buyer, lamp);
  await signInToDesk(page, "support@example.com");
  const find = async (text: string, found: string) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill(text);
    await expect(page.getByRole("option", { name: found, selected: true })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  };
  await find(`checkout-${id}`, `Order ${id}`);
  await expect(page).toHaveURL(new RegExp(`/admin/orders/${id}$`));
  await expect(page.getByRole("heading", { level: 1, name: `Order ${id}` })).toBeVisible();
  await find(lamp.name, lamp.name);
  await expect(page.getByRole("heading", { level: 1, name: lamp.name })).toBeVisible();
  await find(buyer.email, "Robin Field");
  await expect(page.getByRole("row").filter({ hasText: `Order ${id}` })).toBeVisible();
  await find("release", "Release audit");
  await expect(page.getByRole("heading", { level: 1, name: "Release audit" })).toBeVisible();
});

test("arrows walk through the orders, Space selects and Enter opens", async ({ page }) => {
  const buyer = await newBuyer();
  const lamp = await newProduct(4);
  const older = await paidOrder(buyer, lamp);
  const newer = await paidOrder(buyer, lamp);
  await signInToDesk(page, "support@example.com");
  await page.goto(`/admin/orders?customer=${encodeURIComponent(buyer.email)}`);
  const row = (id: number) => page.getByRole("row").filter({ hasText: `Order ${id}` });
  await row(newer).focus();
  await page.keyboard.press("ArrowDown");
  await expect(row(older)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByText("1 order selected")).toBeVisible();
  await expect(row(older).getByRole("checkbox")).toBeChecked();
  await page.keyboard.press("Home");
  await expect(row(newer)).toBeFocused();
  await page.keyboard.press("End");
  await expect(row(older)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/admin/orders/${older}$`));
});
