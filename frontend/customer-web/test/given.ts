import type { CartLine } from "../src/cart/cart";
import type { Product } from "../src/catalogue/queries";
import type { Order, TimelineEntry } from "../src/orders/queries";

export function aLine(fields: Partial<CartLine> = {}): CartLine {
  return { productId: 1, name: "Lamp", price: 10, quantity: 1, image: null, ...fields };
}

export function aProduct(fields: Partial<Product> = {}): Product {
  return {
    id: 1,
    sku: "SKU-001",
    name: "Lamp",
    price: 10,
    status: "ACTIVE",
    sellerId: 1,
    version: 1,
    createdAt: "2026-03-01T10:00:00",
    imageUrls: [],
    images: [],
    ...fields,
  };
}

export function anOrder(fields: Partial<Order> = {}): Order {
  return {
    id: 7,
    userId: 2,
    status: "CREATED",
    totalAmount: 20,
    createdAt: "2026-03-01T10:00:00",
    items: [],
    refunds: [],
    ...fields,
  };
}

export function aRefund(status: string, amount: number): Order["refunds"][number] {
  return {
    id: 1,
    amount,
    attempt: 1,
    kind: "FULL",
    restock: true,
    status,
    requestedAt: "2026-03-01T10:05:00",
  };
}

export function reserved(): TimelineEntry {
  return {
    id: 2,
    at: "2026-03-01T10:00:01",
    actor: "checkout",
    what: "stock reserved, payment awaited",
    fromStatus: "CREATED",
    toStatus: "PAYMENT_PENDING",
  };
}
