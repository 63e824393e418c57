import { listed, ok, orders, payments, problemFrom, stock, users } from "@sagashop/shared/api";
import { useLiveEvents } from "@sagashop/shared/live";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useIsVisible } from "../live/visible";

const POLLING = 5_000;
/** A stream begins with all entries so far: they are one piece of news. */
const SETTLING = 150;

export type OrderFacts = ReturnType<typeof useOrder>;

export function orderQuery(id: number) {
  return queryOptions({
    queryKey: ["orders", "one", id],
    queryFn: ({ signal }) => ok(orders.GET("/orders/{id}", { params: { path: { id } }, signal })),
  });
}

/** Null for an order that was never charged. */
export function paymentQuery(id: number) {
  return queryOptions({
    queryKey: ["orders", "one", id, "payment"],
    queryFn: ({ signal }) =>
      orNothing(ok(payments.GET("/payments", { params: { query: { orderId: id } }, signal }))),
  });
}

/** All that the services know of one order, kept up to date by its own stream of events. */
export function useOrder(id: number) {
  const [exists, setExists] = useState(false);
  const live = useNews(exists ? id : null);
  const refetchInterval = live ? false : POLLING;
  const order = useQuery({ ...orderQuery(id), refetchInterval });
  const found = order.data !== undefined;
  useEffect(() => setExists(found), [found]);
  // Without stock nothing is charged: there is nothing to ask for.
  const wasReserved = Boolean(order.data?.expiresAt ?? order.data?.paidAt);
  const timeline = useQuery({
    queryKey: ["orders", "one", id, "timeline"],
    queryFn: ({ signal }) =>
      listed(orders.GET("/orders/{id}/timeline", { params: { path: { id } }, signal })),
    refetchInterval,
    enabled: found,
  });
  const payment = useQuery({ ...paymentQuery(id), refetchInterval, enabled: wasReserved });
  const reservation = useQuery({
    queryKey: ["orders", "one", id, "reservation"],
    queryFn: ({ signal }) =>
      orNothing(
        ok(
          stock.GET("/inventory/reservations/{orderId}", {
            params: { path: { orderId: id } },
            signal,
          }),
        ),
      ),
    refetchInterval,
    // A new order has not asked for stock yet.
    enabled: found && order.data?.status !== "CREATED",
  });
  const userId = order.data?.userId;
  const customer = useQuery({
    queryKey: ["users", "one", userId],
    queryFn: ({ signal }) =>
      orNothing(ok(users.GET("/users/{id}", { params: { path: { id: userId ?? 0 } }, signal }))),
    enabled: userId !== undefined,
  });
  return { id, live, order, timeline, payment, reservation, customer };
}

function useNews(id: number | null): boolean {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const isVisible = useIsVisible();
  return useLiveEvents(id === null || !isVisible ? null : `/api/orders/${id}/events`, () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => void queries.invalidateQueries({ queryKey: ["orders", "one", id] }),
      SETTLING,
    );
  });
}

async function orNothing<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (problemFrom(error).status === 404) {
      return null;
    }
    throw error;
  }
}
