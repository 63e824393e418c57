import type { InventoryApi, OrderApi, PaymentApi, ProductApi, UserApi } from "@sagashop/shared/api";

type OrderSchemas = OrderApi.components["schemas"];
type StockSchemas = InventoryApi.components["schemas"];
type ProductSchemas = ProductApi.components["schemas"];

export type Order = OrderSchemas["OrderView"];
export type Refund = OrderSchemas["RefundView"];
export type TimelineEntry = OrderSchemas["TimelineEntry"];
export type SagaItem = OrderSchemas["SagaItem"];
export type RefundRequest = OrderSchemas["RequestPartialRefund"];
export type Payment = PaymentApi.components["schemas"]["PaymentDetails"];
export type Reservation = StockSchemas["ReservationView"];
export type StockItem = StockSchemas["StockItem"];
export type Movement = StockSchemas["Movement"];
export type Release = StockSchemas["Release"];
export type Product = ProductSchemas["ProductResponse"];
export type ProductRequest = ProductSchemas["ProductRequest"];
export type Category = ProductSchemas["CategoryTree"];
export type User = UserApi.components["schemas"]["UserResponse"];
export type Role = User["role"];
