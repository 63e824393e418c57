import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";

interface PageOf<Item> {
  items: Item[];
  nextCursor?: string | null;
}

interface Options<Item> {
  key: QueryKey;
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<PageOf<Item>>;
  enabled?: boolean;
  /** How often all pages are read again, where nothing tells of changes. */
  every?: number;
}

/** A list that grows by pages, each after the cursor of the one before. */
export function useCursorPages<Item>({ key, load, enabled = true, every }: Options<Item>) {
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    structuralSharing: false,
    enabled,
    // Pages that were asked for one by one are not all read again behind the reader's back.
    refetchInterval: (query) =>
      (query.state.data?.pages.length ?? 0) > 1 ? false : (every ?? false),
  });
  const { data } = pages;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  return {
    items,
    isPending: pages.isPending,
    error: pages.error,
    again: () => void pages.refetch(),
    more: {
      shown: items?.length ?? 0,
      hasMore: pages.hasNextPage,
      busy: pages.isFetchingNextPage,
      error: pages.isFetchNextPageError ? pages.error : undefined,
      onMore: () => void pages.fetchNextPage(),
    },
  };
}
