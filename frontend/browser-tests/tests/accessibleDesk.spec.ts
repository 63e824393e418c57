import { expectAccessible, expectNoSidewaysScrolling } from "../shop/axe";
import { order, signUp } from "../shop/customer";
import { signInToDesk } from "../shop/desk";
import { newProduct } from "../shop/goods";
import { expect, test } from "../shop/test";

const NARROW = { width: 320, height: 720 };
const WIDE = { width: 1280, height: 800 };

const PAGES = [
  "",
  "orders",
  "orders?status=REFUND_FAILED&from=2020-01-01&to=2020-01-02",
  "sagas",
  "products",
  "products/new",
  "stock",
  "releases",
  "dead-letters",
  "outbox",
  "users",
  "nowhere",
];

for (const [name, size, colorScheme] of [
  ["narrow and dark", NARROW, "dark"],
  ["wide and light", WIDE, "light"],
  ["narrow and light @full", NARROW, "light"],
  ["wide and dark @full", WIDE, "dark"],
] as const) {
  test(`every page of the desk is accessible, ${name}`, async ({ page, browser, baseURL }) => {
    const lamp = await newProduct(4);
    const shop = await browser.newPage({ baseURL });
    await signUp(shop);
    const id = await order(shop, lamp);
    await shop.close();
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await signInToDesk(page, "admin@example.com");
    for (const path of [...PAGES, `orders/${id}`, `orders/${id}/refund`, `products/${lamp.id}`]) {
      await page.goto(`/admin/${path}`);
      await expect(page.locator("h1")).toHaveCount(1);
      await expect(page.getByText("Loading …")).toHaveCount(0);
      await expectAccessible(page, path);
      await expectNoSidewaysScrolling(page, path);
    }
    await page.route(/\/api\/(orders|products|inventory)/, (route) =>
      route.fulfill({ status: 503, json: { code: "SERVICE_UNAVAILABLE", message: "No." } }),
    );
    for (const path of ["orders", "products", "stock", "releases"]) {
      await page.goto(`/admin/${path}`);
      await expect(page.getByRole("alert").first()).toBeVisible({ timeout: 60_000 });
      await expectAccessible(page, `${path} that cannot be read`);
      await expectNoSidewaysScrolling(page, `${path} that cannot be read`);
    }
  });
}
