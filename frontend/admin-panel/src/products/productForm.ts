import { z } from "zod";
import type { Product, ProductRequest } from "../api/types";
import { amountFrom } from "../refunds/money";
import { PRODUCT_STATUSES } from "./search";

/** Faults are named by keys of `products.faults`. */
export const productForm = z.object({
  name: z.string().trim().min(1, "nameMissing").max(255, "nameLong"),
  categoryId: z.string(),
  status: z.enum(PRODUCT_STATUSES),
  price: z.string().refine((text) => (amountFrom(text) ?? 0) >= 0.01, "price"),
  onHand: z.string().regex(/^\d{1,9}$/, "onHand"),
  description: z.string().max(2000, "descriptionLong"),
});
export type ProductForm = z.infer<typeof productForm>;

const USUAL_STOCK = "100";

export function emptyForm(): ProductForm {
  return {
    name: "",
    categoryId: "",
    status: "ACTIVE",
    price: "",
    onHand: USUAL_STOCK,
    description: "",
  };
}

export function formOf(product: Product, onHand: number | null): ProductForm {
  return {
    name: product.name,
    categoryId: product.categoryId ? String(product.categoryId) : "",
    status: product.status,
    price: product.price.toFixed(2),
    onHand: String(onHand ?? 0),
    description: product.description ?? "",
  };
}

export function requestOf(form: ProductForm): ProductRequest {
  return {
    name: form.name.trim(),
    categoryId: form.categoryId ? Number(form.categoryId) : null,
    status: form.status,
    price: amountFrom(form.price) ?? 0,
    description: form.description.trim() || null,
  };
}

/** Whether two versions differ in nothing that the form is about, in their images at most. */
export function sameFields(one: Product, other: Product): boolean {
  const [mine, theirs] = [requestOf(formOf(one, 0)), requestOf(formOf(other, 0))];
  return JSON.stringify(mine) === JSON.stringify(theirs);
}
