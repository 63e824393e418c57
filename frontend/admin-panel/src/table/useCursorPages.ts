import {
  type InfiniteData,
  type QueryKey,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { countPages, unreadKey } from "../live/refresh";

interface PageOf<Item> {
  items: Item[];
  nextCursor?: string | null;
}

interface Options<Item> {
  key: QueryKey;
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<PageOf<Item>>;
  enabled?: boolean;
  /** How often all pages are read again, where nothing tells of changes. */
  every?: number | false;
}

/** A list that grows by pages, each after the cursor of the one before. */
export function useCursorPages<Item>({ key, load, enabled = true, every }: Options<Item>) {
  const [turn, setTurn] = useState(0);
  const queries = useQueryClient();
  const hasNews = useQuery({
    queryKey: unreadKey(key),
    queryFn: () => false,
    enabled: false,
    initialData: false,
  }).data;
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => {
      if (pageParam === undefined) {
        queries.setQueryData(unreadKey(key), false);
      }
      return load(pageParam, signal);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    structuralSharing: false,
    enabled,
    // Pages that were asked for one by one are not all read again behind the reader's back.
    refetchInterval: (query) => countPages(query.state.data) <= 1 && (every ?? false),
    refetchOnWindowFocus: (query) => countPages(query.state.data) <= 1,
    refetchOnReconnect: (query) => countPages(query.state.data) <= 1,
  });
  const { data } = pages;
  const showNews = () => {
    queries.setQueryData<InfiniteData<PageOf<Item>>>(key, firstPage);
    setTurn(turn + 1);
    void pages.refetch();
  };
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  return {
    items,
    isPending: pages.isPending,
    error: pages.error,
    again: () => void pages.refetch(),
    /** Grows when the list begins anew, at its top. */
    turn,
    more: {
      hasNews,
      onNews: showNews,
      shown: items?.length ?? 0,
      hasMore: pages.hasNextPage,
      busy: pages.isFetchingNextPage,
      error: pages.isFetchNextPageError ? pages.error : undefined,
      onMore: () => void pages.fetchNextPage(),
    },
  };
}

function firstPage<Item>(data: InfiniteData<PageOf<Item>> | undefined) {
  return data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) };
}
