import type { Query, QueryClient, QueryKey } from "@tanstack/react-query";

/** Asks again for what is on the screen; lists that have grown are left to their reader. */
export function refresh(queries: QueryClient, keys: QueryKey[]): Promise<unknown> {
  return Promise.all(
    keys.map((queryKey) => {
      for (const query of queries.getQueryCache().findAll({ queryKey, type: "active" })) {
        if (hasGrown(query)) {
          queries.setQueryData(unreadKey(query.queryKey), true);
        }
      }
      return queries.invalidateQueries({ queryKey, predicate: (query) => !hasGrown(query) });
    }),
  );
}

/** Whether there is news that a list of this key does not show. */
export function unreadKey(list: QueryKey): QueryKey {
  return ["unread", list];
}

/** Pages that were asked for one by one are not all read again behind the reader's back. */
function hasGrown({ state }: Query): boolean {
  const isGrowing = state.fetchStatus === "fetching" && Boolean(state.fetchMeta?.fetchMore);
  return isGrowing || countPages(state.data) > 1;
}

export function countPages(data: unknown): number {
  return (data as { pages?: unknown[] } | undefined)?.pages?.length ?? 0;
}
