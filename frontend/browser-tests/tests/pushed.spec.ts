import { newBuyer, placeOrder } from "../shop/buyer";
import { signInToDesk } from "../shop/desk";
import { newProduct } from "../shop/goods";
import { asAdmin } from "../shop/people";
import { expect, test } from "../shop/test";

// Lists that are told of changes do not ask by themselves, so whatever appears was pushed.
test("orders and stock change in the desk while somebody looks at them", async ({ page }) => {
  const lamp = await newProduct(4);
  const buyer = await newBuyer();
  await signInToDesk(page, "support@example.com");
  await page.getByRole("link", { name: "Orders", exact: true }).click();
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const id = await placeOrder(buyer, lamp);
  const order = page.getByRole("row").filter({ hasText: `Order ${id}` });
  await expect(order.getByText("Paid")).toBeVisible({ timeout: 60_000 });

  await page.getByRole("link", { name: "Stock", exact: true }).click();
  await page.getByRole("searchbox", { name: "SKU or product number" }).fill(`${lamp.id}`);
  const stock = page.getByRole("row").filter({ hasText: lamp.name });
  await expect(stock.getByRole("cell", { name: "3", exact: true }).first()).toBeVisible();
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const admin = await asAdmin();
  await admin.post("/inventory/add", { productId: lamp.id, quantity: 70 });
  await expect(stock.getByRole("cell", { name: "73", exact: true }).first()).toBeVisible({
    timeout: 60_000,
  });
});
