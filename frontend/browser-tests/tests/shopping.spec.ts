import { Caller } from "../shop/api";
import {
  expectPaid,
  fillSignUp,
  goToPayment,
  order,
  orderShown,
  pay,
  payButton,
  putIntoCart,
  signUp,
} from "../shop/customer";
import { newCategory, newProduct, type Product } from "../shop/goods";
import { asAdmin, newEmail, PASSWORD } from "../shop/people";
import { whileProvider } from "../shop/provider";
import { expect, test } from "../shop/test";

async function ordersOf(email: string): Promise<{ id: number; status: string }[]> {
  return (await Caller.signIn(email, PASSWORD)).get("/orders/my-orders");
}

async function available(product: Product): Promise<number> {
  const units = await (await asAdmin()).post<Record<string, number>>("/inventory/batch", [
    product.id,
  ]);
  return units[String(product.id)] ?? 0;
}

test("a guest finds, chooses, signs up on the way, pays and sees the order confirmed", async ({
  page,
}) => {
  const lamp = await newProduct(5);
  await page.goto("/");
  await page.getByRole("searchbox").fill(lamp.name);
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/q=/);
  await page.getByRole("link", { name: lamp.name }).click();
  await page.getByRole("textbox", { name: "Quantity" }).fill("2");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.reload();
  await page.goto("/cart");
  await page.getByRole("link", { name: "Checkout" }).click();
  await page.getByRole("link", { name: "Create account" }).click();
  await fillSignUp(page, newEmail());
  await page.getByRole("link", { name: "Continue to payment" }).click();
  await expect(page.getByText("$25.00").first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Review" })).toBeVisible();
  await page.goForward();
  const number = await pay(page);
  await expectPaid(page);
  await page.goto("/orders");
  const row = page.getByRole("listitem").filter({ hasText: `Order ${number}` });
  await expect(row.getByText("Paid")).toBeVisible();
  expect(await available(lamp)).toBe(3);
});

test("a guest walks down the tree of categories, and the address keeps the way", async ({
  page,
}) => {
  const light = await newCategory();
  const desk = await newCategory(light.id);
  const dear = await newProduct(3, 80, desk.id);
  const cheap = await newProduct(3, 20, desk.id);
  const elsewhere = await newProduct(3, 20, light.id);
  await page.goto("/");
  await page.getByRole("link", { name: light.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: light.name })).toBeVisible();
  const product = ({ name }: Product) => page.getByRole("link", { name });
  await expect(product(elsewhere)).toBeVisible();
  await page.getByRole("link", { name: desk.name }).click();
  await expect(product(elsewhere)).toHaveCount(0);
  await expect(product(dear)).toBeVisible();
  await page.getByLabel("Sort by").selectOption("Price, low to high");
  await expect(page.getByRole("main").getByRole("heading", { level: 3 }).first()).toHaveText(
    cheap.name,
  );
  await page.getByLabel("Price to").fill("50");
  await page.getByLabel("Price to").press("Enter");
  await expect(product(dear)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("link", { name: desk.name })).toHaveAttribute("aria-current", "page");
  await expect(product(cheap)).toBeVisible();
  await expect(product(dear)).toHaveCount(0);
});

test("a declined payment says that no money was taken, and can be paid again", async ({ page }) => {
  const lamp = await newProduct(3);
  await signUp(page);
  await whileProvider(["decline", "INSUFFICIENT_FUNDS"], async () => {
    await order(page, lamp);
    await expect(page.getByText("The payment was declined.")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("No money was taken.")).toBeVisible();
  });
  const first = await orderShown(page);
  await page.getByRole("button", { name: "Order again" }).click();
  await expect(page).toHaveURL(/\/cart$/);
  await goToPayment(page);
  expect(await pay(page)).not.toBe(first);
  await expectPaid(page);
  expect(await available(lamp)).toBe(2);
});

test("what sold out in between is named before anybody pays, and the rest is kept", async ({
  page,
}) => {
  const [lamp, scarce] = await Promise.all([newProduct(5), newProduct(2)]);
  await signUp(page);
  await putIntoCart(page, lamp);
  await putIntoCart(page, scarce, 2);
  await goToPayment(page);
  const admin = await asAdmin();
  await admin.post("/inventory/set", { productId: scarce.id, quantity: 0 });
  await payButton(page).click();
  await expect(page.getByText(`${scarce.name} has sold out in the meantime.`)).toBeVisible();
  await page.getByRole("button", { name: "Accept the changes" }).click();
  await expect(page.getByText(scarce.name)).toHaveCount(0);
  await pay(page);
  await expectPaid(page);
  expect(await available(lamp)).toBe(4);
});

test("a new price is shown and accepted before it is paid", async ({ page }) => {
  const lamp = await newProduct(5);
  await signUp(page);
  await putIntoCart(page, lamp);
  const admin = await asAdmin();
  await admin.put(`/products/${lamp.id}`, {
    name: lamp.name,
    price: 15,
    sellerId: 1,
    status: "ACTIVE",
    version: lamp.version,
  });
  await page.goto("/checkout/review");
  await expect(page.getByText("now costs $15.00 instead of $12.50")).toBeVisible();
  await page.getByRole("button", { name: "Accept the changes" }).click();
  await page.getByRole("link", { name: "Continue to payment" }).click();
  await expect(page.getByRole("button", { name: "Pay $15.00" })).toBeVisible();
});

test("a product that is not sold any more leaves the cart with a message", async ({ page }) => {
  const lamp = await newProduct(5);
  await signUp(page);
  await putIntoCart(page, lamp);
  const admin = await asAdmin();
  await admin.put(`/products/${lamp.id}`, {
    name: lamp.name,
    price: lamp.price,
    sellerId: 1,
    status: "INACTIVE",
    version: lamp.version,
  });
  await page.goto("/checkout/review");
  await expect(page.getByText(`${lamp.name} is not sold any more.`)).toBeVisible();
  await page.getByRole("button", { name: "Accept the changes" }).click();
  await expect(page.getByText("Your cart is empty")).toBeVisible();
});

test("an order above the stock ends cancelled, and what is left can be ordered", async ({
  page,
}) => {
  const lamp = await newProduct(2);
  const email = await signUp(page);
  const customer = await Caller.signIn(email, PASSWORD);
  const { id } = await customer.post<{ id: number }>("/orders", {
    items: [{ productId: lamp.id, quantity: 5 }],
  });
  await page.goto(`/orders/${id}`);
  await expect(page.getByText("Somebody was faster: it sold out.")).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole("button", { name: "Order again" }).click();
  await expect(page.getByText("All 2 that are left.")).toBeVisible();
});

test("double clicks and reloads during the checkout make one order", async ({ page }) => {
  const lamp = await newProduct(9);
  const email = await signUp(page);
  await putIntoCart(page, lamp);
  await goToPayment(page);
  // The answers are lost on their way, the orders are not.
  await page.route("**/api/orders", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await payButton(page).dblclick();
  await expect(page.getByText("The shop cannot be reached")).toBeVisible();
  await page.reload();
  await payButton(page).click();
  await expect(page.getByText("The shop cannot be reached")).toBeVisible();
  await page.unroute("**/api/orders");
  await page.reload();
  const number = await pay(page);
  await expectPaid(page);
  expect((await ordersOf(email)).map(({ id }) => id)).toEqual([number]);
  expect(await available(lamp)).toBe(8);
});

test("a paid order is cancelled after a question, and the money comes back", async ({ page }) => {
  const lamp = await newProduct(4);
  await signUp(page);
  await order(page, lamp);
  await expectPaid(page);
  await page.getByRole("button", { name: "Cancel order" }).click();
  await page.getByRole("button", { name: "Keep the order" }).click();
  await expectPaid(page);
  await page.getByRole("button", { name: "Cancel order" }).click();
  await page.getByRole("button", { name: "Yes, cancel it" }).click();
  await expect(page.getByText("$12.50 was paid back to you.")).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => available(lamp)).toBe(4);
});

test("an order is cancelled while it is being paid, and nothing is kept", async ({ page }) => {
  const lamp = await newProduct(4);
  await signUp(page);
  await whileProvider(["slow", "3000"], async () => {
    await order(page, lamp);
    await page.getByRole("button", { name: "Cancel order" }).click();
    await page.getByRole("button", { name: "Yes, cancel it" }).click();
    await expect(page.getByText("This order was cancelled, as you asked.")).toBeVisible({
      timeout: 90_000,
    });
  });
  await expect.poll(() => available(lamp), { timeout: 60_000 }).toBe(4);
});
