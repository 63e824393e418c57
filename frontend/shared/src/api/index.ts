export * from "./client";
export type * as InventoryApi from "./generated/inventory";
export type * as OrderApi from "./generated/order";
export type * as PaymentApi from "./generated/payment";
export type * as ProductApi from "./generated/product";
export type * as UserApi from "./generated/user";
export * from "./idempotency";
export * from "./money";
export * from "./problem";
