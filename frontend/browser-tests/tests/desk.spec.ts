import { Caller } from "../shop/api";
import { expectPaid, order, signUp } from "../shop/customer";
import { anotherPage, signInToDesk } from "../shop/desk";
import { newProduct } from "../shop/goods";
import { PASSWORD } from "../shop/people";
import { whileProvider } from "../shop/provider";
import { expect, test } from "../shop/test";

/** A smallest picture, of one pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

test("a customer is not let in", async ({ page }) => {
  await page.goto("/admin/");
  await page.getByLabel("E-mail").fill("user@example.com");
  await page.getByLabel("Password").fill("password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("This desk is not for you")).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
});

test("support mends a refused refund, and the customer watches it", async ({ page, browser }) => {
  const lamp = await newProduct(4);
  await signUp(page);
  const id = await order(page, lamp);
  await expectPaid(page);
  await whileProvider(["refuse-refunds", "ACCOUNT_CLOSED"], async () => {
    await page.getByRole("button", { name: "Cancel order" }).click();
    await page.getByRole("button", { name: "Yes, cancel it" }).click();
    await expect(page.getByText("Your money could not be sent back yet.")).toBeVisible({
      timeout: 60_000,
    });
  });
  const desk = await anotherPage(browser);
  await signInToDesk(desk, "support@example.com");
  await desk
    .getByRole("link", { name: /Needs a person/ })
    .first()
    .click();
  await expect(desk.getByText(`refund-`).first()).toBeVisible();
  await desk.goto(`/admin/orders/${id}`);
  await expect(desk.getByText(/ACCOUNT_CLOSED/).first()).toBeVisible();
  const history = desk.getByRole("link", { name: `Open checkout-${id} in Temporal` });
  await expect(history).toHaveAttribute("href", new RegExp(`/workflows/checkout-${id}$`));
  await desk.getByRole("button", { name: "Retry the same refund" }).click();
  await desk.getByRole("button", { name: "Retry the refund" }).click();
  await expect(desk.getByText("Say why.")).toBeVisible();
  await desk.getByRole("textbox", { name: "Reason" }).fill("The account is open again");
  await desk.getByRole("button", { name: "Retry the refund" }).dblclick();
  await expect(page.getByText("$12.50 was paid back to you.")).toBeVisible({ timeout: 60_000 });
  await expect(desk.getByText("Cancelled").first()).toBeVisible();
  await expect(desk.getByText(/The account is open again/).first()).toBeVisible();
  const customer = await Caller.signIn("support@example.com");
  const { refunds } = await customer.get<{ refunds: { attempt: number; status: string }[] }>(
    `/orders/${id}`,
  );
  expect(refunds.map(({ attempt, status }) => [attempt, status])).toEqual([[2, "SUCCEEDED"]]);
  await desk.context().close();
});

test("support pays a part back by keyboard alone", async ({ page, browser }) => {
  const lamp = await newProduct(4, 20);
  await signUp(page);
  const id = await order(page, lamp);
  await expectPaid(page);
  const desk = await anotherPage(browser);
  await signInToDesk(desk, "support@example.com");
  await desk.goto(`/admin/orders/${id}/refund`);
  const goodwill = desk.getByRole("radio", { name: /Goodwill/ });
  await expect(goodwill).toBeVisible();
  await goodwill.focus();
  await desk.keyboard.press("Space");
  await desk.getByRole("textbox", { name: "Amount" }).focus();
  await desk.keyboard.type("99");
  await desk.keyboard.press("Tab");
  await desk.getByRole("textbox", { name: "Reason" }).focus();
  await desk.keyboard.type("Sorry for the scratch");
  await desk.keyboard.press("Tab");
  await desk.keyboard.press("Enter");
  await expect(desk.getByText("That is more than is refundable: $20.00.")).toBeVisible();
  await desk.getByRole("textbox", { name: "Amount" }).focus();
  await desk.keyboard.press("Control+A");
  await desk.keyboard.type("5");
  await desk.getByRole("button", { name: "Refund $5.00" }).focus();
  await desk.keyboard.press("Enter");
  await expect(page.getByText("$5.00 of it came back to you.")).toBeVisible({ timeout: 60_000 });
  await expect(desk.getByText("Paid back").first()).toBeVisible();
  await desk.context().close();
});

test("an admin puts a product with pictures and stock into the shop", async ({ page, browser }) => {
  const name = `Chair ${Date.now()}`;
  await signInToDesk(page, "admin@example.com");
  await page.goto("/admin/products/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "New category" }).click();
  await page.getByLabel("Name of the category").fill(`Seats ${Date.now()}`);
  await page.getByRole("button", { name: "Create and choose" }).click();
  await expect(page.getByLabel("Name of the category")).toHaveCount(0);
  await page.getByLabel("Price").fill("49.90");
  await page.getByLabel("Stock on hand").fill("3");
  await page.getByLabel("Description").first().fill("Sits well.");
  await page
    .getByLabel("Upload images")
    .setInputFiles([{ name: "front.png", mimeType: "image/png", buffer: PIXEL }]);
  await page.getByRole("button", { name: "Create the product" }).click();
  await expect(page).toHaveURL(/\/admin\/products\/\d+/);
  const id = /\d+$/.exec(new URL(page.url()).pathname)?.[0];
  const shop = await anotherPage(browser);
  await shop.goto(`/products/${id}`);
  await expect(shop.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(shop.getByText("$49.90")).toBeVisible();
  await expect(shop.getByRole("button", { name: "Add to cart" })).toBeVisible();
  const picture = shop.getByRole("main").getByRole("img").first();
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    0,
  );
  await shop.context().close();
});

test("an order is found by customer, day and status, opened by its row and cancelled", async ({
  page,
  browser,
}) => {
  const lamp = await newProduct(4);
  const shop = await anotherPage(browser);
  const email = await signUp(shop);
  const id = await order(shop, lamp);
  await expectPaid(shop);
  await signInToDesk(page, "admin@example.com");
  await page.goto("/admin/orders?status=PAID");
  await page
    .getByRole("searchbox", { name: "Customer" })
    .or(page.getByLabel("Customer"))
    .first()
    .fill(email);
  await page.keyboard.press("Enter");
  const row = page.getByRole("row").filter({ hasText: `${id}` });
  await expect(row.first()).toBeVisible();
  await page.reload();
  await expect(row.first()).toBeVisible();
  await row.first().getByText("$12.50").click();
  await expect(page).toHaveURL(new RegExp(`/admin/orders/${id}`));
  await page.getByRole("button", { name: "Cancel the order" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Cancel/ })
    .last()
    .click();
  await expect(shop.getByText("$12.50 was paid back to you.")).toBeVisible({ timeout: 60_000 });
  await shop.context().close();
});

test("a failed payment is found in the release audit and saved as CSV", async ({
  page,
  browser,
}) => {
  const lamp = await newProduct(4);
  const shop = await anotherPage(browser);
  const email = await signUp(shop);
  await whileProvider(["decline"], async () => {
    await order(shop, lamp);
    await expect(shop.getByText("The payment was declined.")).toBeVisible({ timeout: 60_000 });
  });
  const [mine] = await (await Caller.signIn(email, PASSWORD)).get<{ id: number }[]>(
    "/orders/my-orders",
  );
  await signInToDesk(page, "support@example.com");
  await page.goto(`/admin/releases?orderId=${mine?.id}`);
  await expect(page.getByRole("row").filter({ hasText: "Payment failed" })).toBeVisible();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  const file = await (await saving).createReadStream();
  let text = "";
  for await (const chunk of file) {
    text += String(chunk);
  }
  expect(text).toContain(`${mine?.id}`);
  await shop.context().close();
});
