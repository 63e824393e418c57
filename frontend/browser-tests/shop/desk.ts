import { expect, type Page } from "@playwright/test";

export async function signInToDesk(page: Page, email: string): Promise<void> {
  await page.goto("/admin/");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
}
