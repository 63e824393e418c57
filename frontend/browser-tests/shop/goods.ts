import { randomBytes } from "node:crypto";
import { asAdmin } from "./people";

export interface Product {
  id: number;
  name: string;
  price: number;
  version: number;
}

/** A product nobody else orders, with so many units on hand. */
export async function newProduct(
  units: number,
  price = 12.5,
  categoryId?: number,
): Promise<Product> {
  const admin = await asAdmin();
  const product = await admin.post<Product>("/products", {
    name: `Lamp ${randomBytes(4).toString("hex")}`,
    description: "A lamp for reading, made of oak.",
    price,
    categoryId,
    sellerId: 1,
    status: "ACTIVE",
  });
  if (units > 0) {
    await admin.post("/inventory/add", { productId: product.id, quantity: units });
  }
  return product;
}

/** A category nobody else uses, below another one or at the top. */
export async function newCategory(parentId?: number): Promise<{ id: number; name: string }> {
  const admin = await asAdmin();
  return admin.post("/categories", { name: `Shelf ${randomBytes(4).toString("hex")}`, parentId });
}
