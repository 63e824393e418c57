import { ok, orders } from "@sagashop/shared/api";
import { useLiveEvents } from "@sagashop/shared/live";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useState } from "react";

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

/** Listens once for the whole desk; whatever shows sagas is asked for again when they change. */
export function useListenToSagas(): SagaNews {
  const queries = useQueryClient();
  const [told, setTold] = useState(0);
  const live = useLiveEvents("/api/operations/events", ({ name, data }) => {
    if (name === "sagas") {
      setTold((data as { total: number }).total);
      void queries.invalidateQueries({ queryKey: ["sagas"] });
    }
  });
  const asked = useQuery({
    queryKey: ["sagas", "number"],
    queryFn: ({ signal }) =>
      ok(orders.GET("/operations/sagas", { params: { query: { size: 1 } }, signal })),
    enabled: !live,
    refetchInterval: POLLING,
  });
  return { total: live ? told : (asked.data?.total ?? 0), live };
}
