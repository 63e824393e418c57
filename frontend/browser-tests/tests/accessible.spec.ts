import { expectAccessible, expectNoSidewaysScrolling } from "../shop/axe";
import { order, putIntoCart, signUp } from "../shop/customer";
import { newProduct } from "../shop/goods";
import { expect, test } from "../shop/test";

const NARROW = { width: 320, height: 720 };
const WIDE = { width: 1280, height: 800 };

for (const [name, size, colorScheme] of [
  ["narrow and dark", NARROW, "dark"],
  ["wide and light", WIDE, "light"],
  ["narrow and light @full", NARROW, "light"],
  ["wide and dark @full", WIDE, "dark"],
] as const) {
  test(`every page of the shop is accessible, ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const look = async (where: string) => {
      await expect(page.locator("h1")).toHaveCount(1);
      await expectAccessible(page, where);
      await expectNoSidewaysScrolling(page, where);
    };
    const lamp = await newProduct(4);
    await page.goto("/");
    await expect(page.getByRole("article").first()).toBeVisible();
    await look("the catalogue");
    await page.goto("/?q=nothing-is-called-so");
    await expect(page.getByText("Nothing fits")).toBeVisible();
    await look("a search without results");
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Sign in" }).click();
    await look("a sign-in without anything filled in");
    await page.goto("/cart");
    await look("an empty cart");
    await page.goto("/nowhere");
    await look("a page that does not exist");
    await signUp(page);
    await page.goto("/orders");
    await expect(page.getByText("No orders here")).toBeVisible();
    await look("no orders");
    await putIntoCart(page, lamp);
    await look("a product");
    await page.goto("/cart");
    await look("a cart");
    await page.goto("/checkout/review");
    await expect(page.getByRole("link", { name: "Continue to payment" })).toBeVisible();
    await look("the review");
    await order(page, lamp);
    await look("an order under way");
    await page.goto("/account");
    await look("the account");
    await page.route("**/api/products/search*", (route) =>
      route.fulfill({ status: 503, json: { code: "SERVICE_UNAVAILABLE", message: "No." } }),
    );
    await page.goto("/");
    await expect(page.getByRole("alert")).toBeVisible({ timeout: 60_000 });
    await look("a catalogue that cannot be read");
  });
}
