import { queryOptions } from "@tanstack/react-query";
import { outboxes } from "../api/events";

const EVERY = 10_000;

export const outboxesQuery = queryOptions({
  queryKey: ["outbox", "all"],
  queryFn: ({ signal }) => outboxes(signal),
  refetchInterval: EVERY,
});
