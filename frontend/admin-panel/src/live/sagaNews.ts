import { ok, orders } from "@sagashop/shared/api";
import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useMemo } from "react";
import * as z from "zod/mini";

const POLLING = 10_000;

interface SagaNews {
  /** How many sagas need a person. */
  total: number;
  /** Whether changes are told, rather than asked for. */
  live: boolean;
}

const SagaNewsContext = createContext<SagaNews>({ total: 0, live: false });
export const SagaNewsProvider = SagaNewsContext.Provider;

export function useSagaNews(): SagaNews {
  return useContext(SagaNewsContext);
}

const counts = z.object({ total: z.number() });

/** What the stream told last; while there is none, it is asked for. */
export function useSagaCount({
  told,
  live,
  ask,
}: {
  told: unknown;
  live: boolean;
  ask: boolean;
}): SagaNews {
  const asked = useQuery({
    queryKey: ["sagas", "number"],
    queryFn: ({ signal }) =>
      ok(orders.GET("/operations/sagas", { params: { query: { size: 1 } }, signal })),
    enabled: ask,
    refetchInterval: POLLING,
  });
  const heard = counts.safeParse(told).data?.total ?? 0;
  const total = live ? heard : (asked.data?.total ?? heard);
  return useMemo(() => ({ total, live }), [total, live]);
}
