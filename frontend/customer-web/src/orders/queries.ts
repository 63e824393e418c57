import { listed, type OrderApi, ok, orders } from "@sagashop/shared/api";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { momentsOf, type OrdersSearch } from "./search";

export type Order = OrderApi.OrderView;
export type TimelineEntry = OrderApi.TimelineEntry;

const PAGE = 20;

export function myOrders(search: OrdersSearch) {
  return infiniteQueryOptions({
    queryKey: ["orders", search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      listed(
        orders.GET("/orders/my-orders", {
          params: {
            query: {
              status: search.status,
              ...momentsOf(search),
              size: PAGE,
              cursor: pageParam,
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function orderById(id: number) {
  return queryOptions({
    queryKey: ["order", id],
    queryFn: ({ signal }) => ok(orders.GET("/orders/{id}", { params: { path: { id } }, signal })),
  });
}

export function timelineOf(id: number) {
  return queryOptions({
    queryKey: ["timeline", id],
    queryFn: ({ signal }) =>
      ok(orders.GET("/orders/{id}/timeline", { params: { path: { id } }, signal })),
  });
}
