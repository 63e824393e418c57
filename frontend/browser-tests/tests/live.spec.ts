import { shop, shopWith } from "../shop/command";
import { expectPaid, goToPayment, order, payButton, putIntoCart, signUp } from "../shop/customer";
import { newProduct } from "../shop/goods";
import { expect, test } from "../shop/test";

test("the order page follows the saga without asking again", async ({ page }) => {
  const lamp = await newProduct(4);
  await signUp(page);
  shop("pause", "payment-worker");
  try {
    await order(page, lamp);
    await expect(page.getByText("Live")).toBeVisible();
    await expect(page.getByText("The payment is under way.")).toBeVisible();
    await expect(page.getByText(/held for another 1\d:\d\d/)).toBeVisible();
  } finally {
    shop("resume", "payment-worker");
  }
  await expectPaid(page);
});

test("a payment worker that dies is waited for, and the order is paid once", async ({ page }) => {
  const lamp = await newProduct(4);
  await signUp(page);
  shop("kill", "payment-worker");
  try {
    await order(page, lamp);
    await expect(page.getByText("Your goods are reserved.")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("This takes longer than usual.")).toBeVisible({ timeout: 60_000 });
  } finally {
    shop("restart", "payment-worker");
  }
  await expectPaid(page);
});

test("goods are held until the deadline, and then go back on the shelf", async ({ page }) => {
  const lamp = await newProduct(1);
  await signUp(page);
  shopWith({ PAYMENT_DEADLINE: "20s" }, "restart", "order-api");
  try {
    shop("pause", "payment-worker");
    try {
      await order(page, lamp);
      await expect(page.getByText(/held for another 0:[01]\d/)).toBeVisible();
      await expect(page.getByText("The payment was not confirmed in time.")).toBeVisible({
        timeout: 90_000,
      });
    } finally {
      shop("resume", "payment-worker");
    }
    // A charge that was already on its way may still have come before it was ruled out.
    await expect(
      page.getByText(/^No money was taken\.$|^\$12\.50 was paid back to you\.$/),
    ).toBeVisible({ timeout: 60_000 });
    await page.getByRole("button", { name: "Order again" }).click();
    await expect(page.getByRole("link", { name: "Checkout" })).toBeVisible({ timeout: 60_000 });
  } finally {
    shop("restart", "order-api");
  }
});

test("everything from the shelf to the payment works by keyboard alone", async ({ page }) => {
  const lamp = await newProduct(4);
  await signUp(page);
  await page.goto(`/products/${lamp.id}`);
  const press = async (name: string | RegExp, role: "button" | "link") => {
    const target = page.getByRole(role, { name }).first();
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 60; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        await page.keyboard.press("Enter");
        return;
      }
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab never reached ${name}`);
  };
  await press("Add to cart", "button");
  await press(/^To the cart/, "link");
  await press("Checkout", "link");
  await press("Continue to payment", "link");
  await press(/^Pay /, "button");
  await expectPaid(page);
});

test("while nothing can be pushed the page asks by itself", async ({ page }) => {
  const lamp = await newProduct(4);
  await signUp(page);
  await page.route("**/api/orders/*/events", (route) => route.abort());
  await putIntoCart(page, lamp);
  await goToPayment(page);
  await payButton(page).click();
  await expectPaid(page);
});
