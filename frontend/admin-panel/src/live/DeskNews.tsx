import { type LiveEvent, useLiveEvents } from "@sagashop/shared/live";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { gather } from "./gather";
import { ALL_OF, concernedBy } from "./news";
import { refresh } from "./refresh";
import { SagaNewsProvider, useSagaCount } from "./sagaNews";
import { StreamsProvider } from "./streams";
import { useIsVisible } from "./visible";

/** Listens once for the whole desk; what is on the screen is asked for again when it changes. */
export function DeskNews({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const isVisible = useIsVisible();
  const [readers, setReaders] = useState(0);
  const [told, setTold] = useState<unknown>();
  const news = useMemo(() => gather((keys) => refresh(queries, keys)), [queries]);
  useEffect(() => () => news.stop(), [news]);

  const hear = (event: LiveEvent) => {
    if (event.name === "sagas") {
      setTold(event.data);
    }
    news.add(concernedBy(event));
  };
  const orders = useLiveEvents(isVisible ? "/api/operations/events" : null, hear);
  const stock = useLiveEvents(isVisible && readers > 0 ? "/api/inventory/events" : null, hear);

  // What happened before a stream was there is not told by it.
  useEffect(() => (orders ? news.add(ALL_OF.orders) : undefined), [orders, news]);
  useEffect(() => (stock ? news.add(ALL_OF.stock) : undefined), [stock, news]);

  const readStock = useCallback(() => {
    setReaders((count) => count + 1);
    return () => setReaders((count) => count - 1);
  }, []);
  const streams = useMemo(
    () => ({ live: { orders, stock }, readStock }),
    [orders, stock, readStock],
  );
  const sagas = useSagaCount({ told, live: orders, ask: isVisible && !orders });
  return (
    <StreamsProvider value={streams}>
      <SagaNewsProvider value={sagas}>{children}</SagaNewsProvider>
    </StreamsProvider>
  );
}
