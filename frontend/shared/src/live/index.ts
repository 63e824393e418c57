import { useEffect, useEffectEvent, useState } from "react";
import { type LiveEvent, listen } from "./events";

export type { LiveEvent } from "./events";

/**
 * Calls back with each event of a stream, and tells whether the stream is connected; while it is
 * not, the caller polls. A null path listens to nothing.
 */
export function useLiveEvents(path: string | null, onEvent: (event: LiveEvent) => void): boolean {
  const [connected, setConnected] = useState(false);
  const receive = useEffectEvent(onEvent);
  useEffect(() => {
    if (path === null) {
      return;
    }
    const leaving = new AbortController();
    void listen(
      path,
      { onEvent: (event) => receive(event), onConnected: setConnected },
      leaving.signal,
    );
    return () => {
      leaving.abort();
      setConnected(false);
    };
  }, [path]);
  return connected;
}
