import { useQuery } from "@tanstack/react-query";
import { orderSummary } from "../api/staff";
import { usePolling } from "../live/streams";
import { loadStock } from "../stock/stockList";

const DAYS = 30;
const EVERY = 30_000;
const MOST_LOW = 100;

/** The last days up to now; the begin of the first one, so that no day is cut. */
function lastDays(): { from: string; to: string } {
  const from = new Date();
  from.setDate(from.getDate() - DAYS + 1);
  from.setHours(0, 0, 0, 0);
  return { from: from.toISOString(), to: new Date().toISOString() };
}

export function useSummary() {
  return useQuery({
    queryKey: ["orders", "summary"],
    queryFn: ({ signal }) => orderSummary(lastDays(), signal),
    refetchInterval: usePolling("orders", EVERY),
  });
}

/** What is running out, and what has run out, the scarcest first. */
export function useLowStock() {
  return useQuery({
    queryKey: ["stock", "low"],
    queryFn: ({ signal }) => loadLowStock(signal),
    refetchInterval: usePolling("stock", EVERY),
  });
}

async function loadLowStock(signal: AbortSignal) {
  const [out, low] = await Promise.all(
    (["out", "low"] as const).map((availability) =>
      loadStock({ availability }, { size: MOST_LOW }, signal),
    ),
  );
  return {
    rows: [...(out?.items ?? []), ...(low?.items ?? [])],
    hasMore: Boolean(out?.hasMore || low?.hasMore),
  };
}
