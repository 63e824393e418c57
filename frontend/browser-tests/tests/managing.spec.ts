import { newBuyer, paidOrder } from "../shop/buyer";
import { anotherPage, fillSignIn, signInToDesk } from "../shop/desk";
import { newProduct } from "../shop/goods";
import { PASSWORD } from "../shop/people";
import { expect, test } from "../shop/test";

test("an admin makes a customer support, who then sees the desk without what is for admins", async ({
  page,
  browser,
}) => {
  const buyer = await newBuyer();
  const lamp = await newProduct(4);
  const id = await paidOrder(buyer, lamp);
  const desk = await anotherPage(browser);
  await fillSignIn(desk, buyer.email, PASSWORD);
  await expect(desk.getByText("This desk is not for you")).toBeVisible();

  await signInToDesk(page, "admin@example.com");
  await page.goto("/admin/users");
  await page.getByRole("searchbox", { name: "Name or e-mail" }).fill(buyer.email);
  const row = page.getByRole("row").filter({ hasText: buyer.email });
  await expect(row.getByText("Customer")).toBeVisible();
  await row.click();
  await page.getByRole("dialog").getByLabel("Role").selectOption("Support");
  await page.getByRole("button", { name: "Change role" }).click();
  const asking = page.getByRole("dialog", { name: "Make Robin Field Support?" });
  await asking.getByRole("button", { name: "Change role" }).click();
  await expect(asking.getByText("Say why.")).toBeVisible();
  await asking.getByRole("textbox", { name: "Reason" }).fill("Joined the team");
  await asking.getByRole("button", { name: "Change role" }).click();
  await expect(asking).toHaveCount(0);
  await expect(page.getByRole("dialog").getByText("Joined the team")).toBeVisible();
  await page.getByRole("button", { name: "Close the window" }).click();
  await expect(row.getByText("Support")).toBeVisible();

  await desk.getByRole("button", { name: "Sign in as somebody else" }).click();
  await signInToDesk(desk, buyer.email, PASSWORD);
  const pages = desk.getByRole("navigation", { name: "Pages" }).first();
  await expect(pages.getByRole("link", { name: "Orders" })).toBeVisible();
  for (const hidden of ["Dead letters", "Outbox", "Users and roles"]) {
    await expect(pages.getByRole("link", { name: hidden })).toHaveCount(0);
  }
  for (const path of ["dead-letters", "outbox", "users", "products/new"]) {
    await desk.goto(`/admin/${path}`);
    await expect(desk.getByText("This page is for admins"), path).toBeVisible();
  }
  await desk.goto("/admin/products");
  await expect(desk.getByRole("table")).toBeVisible();
  await expect(desk.getByRole("link", { name: "New product" })).toHaveCount(0);
  await desk.goto(`/admin/products/${lamp.id}`);
  await expect(desk.getByText("You can look at products; admins change them.")).toBeVisible();
  await expect(desk.getByRole("button", { name: /Save|Delete|Upload|Remove/ })).toHaveCount(0);
  await desk.goto(`/admin/stock/${lamp.id}`);
  await expect(desk.getByRole("heading", { level: 1, name: lamp.name })).toBeVisible();
  await expect(desk.getByText("Sold")).toBeVisible();
  await expect(desk.getByRole("button", { name: "Adjust stock" })).toHaveCount(0);
  await desk.goto(`/admin/orders/${id}`);
  await expect(desk.getByRole("button", { name: "Cancel the order" })).toBeVisible();
  await expect(desk.getByRole("button", { name: "Deliver" })).toHaveCount(0);
  await desk.context().close();
});

test("two admins edit one product: the second sees the difference, and decides", async ({
  page,
  browser,
}) => {
  const lamp = await newProduct(4);
  const second = await anotherPage(browser);
  for (const admin of [page, second]) {
    await signInToDesk(admin, "admin@example.com");
    await admin.goto(`/admin/products/${lamp.id}`);
    await expect(admin.getByLabel("Price")).toHaveValue("12.50");
  }
  await second.getByLabel("Price").fill("15");
  await second.getByLabel("Description").first().fill("A lamp for reading in bed.");
  await page.getByLabel("Price").fill("14");
  await page.getByLabel("Name", { exact: true }).fill(`${lamp.name} XL`);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${lamp.name} XL` })).toBeVisible();

  await second.getByRole("button", { name: "Save changes" }).click();
  const conflict = second.getByRole("dialog", { name: "Somebody else saved first" });
  const price = conflict.getByRole("group", { name: "Price" });
  await expect(price.getByRole("radio", { name: "Mine $15.00" })).toBeChecked();
  await expect(price.getByRole("radio", { name: "Theirs $14.00" })).not.toBeChecked();
  // What only the other one changed is a difference too: nothing of it is lost unseen.
  await conflict
    .getByRole("group", { name: "Name" })
    .getByRole("radio", { name: `Theirs ${lamp.name} XL` })
    .check();
  await conflict.getByRole("button", { name: "Save what I chose" }).click();
  await expect(conflict).toHaveCount(0);
  await expect(second.getByLabel("Price")).toHaveValue(/^15(\.00)?$/);
  await second.reload();
  await expect(second.getByRole("heading", { level: 1, name: `${lamp.name} XL` })).toBeVisible();
  await expect(second.getByLabel("Price")).toHaveValue("15.00");
  await expect(second.getByLabel("Description").first()).toHaveValue("A lamp for reading in bed.");
  await second.context().close();
});

test("stock is adjusted with a reason, which stands in its movements", async ({ page }) => {
  const lamp = await newProduct(4);
  await signInToDesk(page, "admin@example.com");
  await page.goto(`/admin/stock/${lamp.id}`);
  await page.getByRole("button", { name: "Adjust stock" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Broken on the way");
  await dialog.getByRole("button", { name: "Adjust stock" }).click();
  await expect(dialog.getByText("Enter a whole number other than 0.").first()).toBeVisible();
  await dialog.getByRole("textbox", { name: "Difference in units" }).fill("-9");
  await dialog.getByRole("button", { name: "Adjust stock" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Difference in units" }).fill("-3");
  await expect(dialog.getByText("On hand 4 → 1")).toBeVisible();
  await dialog.getByRole("button", { name: "Adjust stock" }).click();
  await expect(dialog).toHaveCount(0);
  const movement = page.getByRole("row").filter({ hasText: "Broken on the way" });
  await expect(movement.getByText("Adjusted")).toBeVisible();
  await expect(movement.getByText("-3")).toBeVisible();
  await expect(page.getByRole("definition").first()).toHaveText("1");
});
