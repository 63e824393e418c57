import { expect, type Page } from "@playwright/test";
import type { Product } from "./goods";
import { newEmail, PASSWORD } from "./people";

/** Signs a new customer up by the form, and gives the e-mail address. */
export async function signUp(page: Page): Promise<string> {
  const email = newEmail();
  await page.goto("/sign-up");
  await fillSignUp(page, email);
  await expect(page).not.toHaveURL(/sign-up/);
  return email;
}

export async function fillSignUp(page: Page, email: string): Promise<void> {
  await page.getByLabel("First name").fill("Robin");
  await page.getByLabel("Last name").fill("Field");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Repeat password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
}

export async function putIntoCart(page: Page, product: Product, quantity = 1): Promise<void> {
  await page.goto(`/products/${product.id}`);
  if (quantity > 1) {
    await page.getByRole("textbox", { name: "Quantity" }).fill(String(quantity));
  }
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByText(/in your cart/).first()).toBeVisible();
}

/** From the cart to the page with the button that pays. */
export async function goToPayment(page: Page): Promise<void> {
  await page.goto("/cart");
  await page.getByRole("link", { name: "Checkout" }).click();
  await page.getByRole("link", { name: "Continue to payment" }).click();
  await expect(payButton(page)).toBeVisible();
}

export function payButton(page: Page) {
  return page.getByRole("button", { name: /^Pay \$/ });
}

/** Pays, and gives the number of the order whose page opens. */
export async function pay(page: Page): Promise<number> {
  await payButton(page).click();
  return orderShown(page);
}

export async function orderShown(page: Page): Promise<number> {
  await page.waitForURL(/\/orders\/\d+$/);
  return Number(/\d+$/.exec(new URL(page.url()).pathname)?.[0]);
}

export async function order(page: Page, product: Product, quantity = 1): Promise<number> {
  await putIntoCart(page, product, quantity);
  await goToPayment(page);
  return pay(page);
}

export async function expectPaid(page: Page): Promise<void> {
  await expect(page.getByText("Thank you. Your order is confirmed.")).toBeVisible({
    timeout: 60_000,
  });
}
