import { createContext, useContext, useEffect } from "react";
import type { Stream } from "./news";

interface Streams {
  live: Record<Stream, boolean>;
  /** Keeps the stream of the stock open until what it returns is called. */
  readStock: () => () => void;
}

const StreamsContext = createContext<Streams>({
  live: { orders: false, stock: false },
  readStock: () => () => undefined,
});
export const StreamsProvider = StreamsContext.Provider;

/** Whether changes are told, rather than asked for. */
export function useLive(stream: Stream): boolean {
  const { live, readStock } = useContext(StreamsContext);
  useEffect(() => (stream === "stock" ? readStock() : undefined), [stream, readStock]);
  return live[stream];
}

/** How often to ask for what a stream would tell: never while it does. */
export function usePolling(stream: Stream, every: number): number | false {
  return useLive(stream) ? false : every;
}
