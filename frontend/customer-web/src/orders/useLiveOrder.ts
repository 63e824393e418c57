import { useLiveEvents } from "@sagashop/shared/live";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { endAttempt } from "../checkout/attempt";
import { isSettled } from "./money";
import { orderById, timelineOf } from "./queries";
import { isUnderWay } from "./steps";

const POLL = 2_500;

/** Within so many milliseconds events count as one. */
const TOGETHER = 50;

/** An order that shows what happens to it, pushed by the shop; polled while nothing can be pushed. */
export function useLiveOrder(id: number) {
  const queries = useQueryClient();
  const order = useQuery(orderById(id));
  const timeline = useQuery(timelineOf(id));
  const status = order.data?.status;
  const settled = order.data !== undefined && isSettled(order.data, timeline.data ?? []);
  // What is paid may be cancelled or paid back, here or by the staff.
  const listens = status !== undefined && !(settled && status === "CANCELLED");
  const heard = useRef(0);
  const asking = useRef<ReturnType<typeof setTimeout>>(undefined);
  const connected = useLiveEvents(listens ? `/api/orders/${id}/events` : null, (event) => {
    if (event.name === "timeline" && Number(event.id) > heard.current) {
      heard.current = Number(event.id);
      // A stream begins with everything that has happened so far: one question answers it all.
      clearTimeout(asking.current);
      asking.current = setTimeout(() => {
        void queries.invalidateQueries({ queryKey: ["order", id] });
        void queries.invalidateQueries({ queryKey: ["timeline", id] });
        void queries.invalidateQueries({ queryKey: ["orders"] });
      }, TOGETHER);
    }
  });
  const poll = status !== undefined && !settled && !connected ? POLL : (false as const);
  useQuery({ ...orderById(id), refetchInterval: poll });
  useQuery({ ...timelineOf(id), refetchInterval: poll });
  if (status === "CANCELLED") {
    endAttempt();
  }
  return {
    order,
    timeline,
    live: listens ? (connected ? ("live" as const) : ("polling" as const)) : null,
    underWay: status !== undefined && isUnderWay(status),
  };
}
