import { type Browser, expect, type Page } from "@playwright/test";
import { SHOP_URL } from "./address";

export async function signInToDesk(
  page: Page,
  email: string,
  password = "password",
): Promise<void> {
  await fillSignIn(page, email, password);
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
}

export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/admin/");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Somebody else's browser. */
export async function anotherPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: SHOP_URL,
    locale: "en-US",
    timezoneId: "UTC",
  });
  return context.newPage();
}
