import { hashKey, type QueryKey } from "@tanstack/react-query";

/** However much happens, nothing is asked for again more often than this. */
const PAUSE = 1_000;

export interface Gatherer {
  add: (keys: readonly QueryKey[]) => void;
  stop: () => void;
}

/**
 * Passes news on at once, and what comes meanwhile together: after a pause, and not before what was
 * passed on is through, so that a slow answer is waited for and not asked for anew.
 */
export function gather(pass: (keys: QueryKey[]) => Promise<unknown>): Gatherer {
  const waiting = new Map<string, QueryKey>();
  let busy = false;
  const passOn = async () => {
    busy = true;
    while (waiting.size > 0) {
      const keys = [...waiting.values()];
      waiting.clear();
      await Promise.allSettled([
        pass(keys),
        new Promise((resolve) => {
          setTimeout(resolve, PAUSE);
        }),
      ]);
    }
    busy = false;
  };
  return {
    add: (keys) => {
      for (const key of keys) {
        waiting.set(hashKey(key), key);
      }
      if (!busy) {
        void passOn();
      }
    },
    stop: () => waiting.clear(),
  };
}
