import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { Caller } from "./api";
import type { Product } from "./goods";
import { asAdmin, newEmail, PASSWORD } from "./people";

/** A customer who buys without a browser, where a test is about those who look after the orders. */
export interface Buyer {
  email: string;
  caller: Caller;
}

interface Order {
  id: number;
  status: string;
}

export async function newBuyer(): Promise<Buyer> {
  const email = newEmail();
  return { email, caller: await Caller.register(email, PASSWORD) };
}

export async function placeOrder(buyer: Buyer, product: Product): Promise<number> {
  const { id } = await buyer.caller.post<Order>(
    "/orders",
    { items: [{ productId: product.id, quantity: 1, price: product.price }] },
    { "Idempotency-Key": randomUUID() },
  );
  return id;
}

export async function paidOrder(buyer: Buyer, product: Product): Promise<number> {
  const id = await placeOrder(buyer, product);
  await expectStatus(id, "PAID");
  return id;
}

export async function expectStatus(id: number, status: string): Promise<void> {
  await expect
    .poll(async () => (await (await asAdmin()).get<Order>(`/orders/${id}`)).status, {
      message: `order ${id}`,
      timeout: 90_000,
    })
    .toBe(status);
}
