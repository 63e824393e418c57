import { InfiniteQueryObserver, QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { refresh, unreadKey } from "../src/live/refresh";

const KEY = ["orders", "list", {}];

function listOf(queries: QueryClient) {
  const asked: number[] = [];
  const list = new InfiniteQueryObserver(queries, {
    queryKey: KEY,
    queryFn: async ({ pageParam }) => {
      asked.push(pageParam);
      return pageParam;
    },
    initialPageParam: 1,
    getNextPageParam: (last: number) => last + 1,
  });
  const leave = list.subscribe(() => undefined);
  return { list, asked, leave };
}

it("reads a list of one page again", async () => {
  const queries = new QueryClient();
  const { list, asked, leave } = listOf(queries);
  await list.refetch();
  asked.length = 0;

  await refresh(queries, [["orders", "list"]]);

  expect(asked).toEqual([1]);
  expect(queries.getQueryData(unreadKey(KEY))).toBeUndefined();
  leave();
});

it("leaves a list that has grown to its reader, and says that there is news", async () => {
  const queries = new QueryClient();
  const { list, asked, leave } = listOf(queries);
  await list.refetch();
  await list.fetchNextPage();
  asked.length = 0;

  await refresh(queries, [["orders", "list"]]);

  expect(asked).toEqual([]);
  expect(queries.getQueryData(unreadKey(KEY))).toBe(true);
  leave();
});

it("does not take a page away that is on its way", async () => {
  const queries = new QueryClient();
  const { list, leave } = listOf(queries);
  await list.refetch();
  const growing = list.fetchNextPage();

  await refresh(queries, [["orders", "list"]]);
  await growing;

  expect(list.getCurrentResult().data?.pages).toEqual([1, 2]);
  expect(queries.getQueryData(unreadKey(KEY))).toBe(true);
  leave();
});

it("asks for nothing that is not on the screen", async () => {
  const queries = new QueryClient();
  let asked = 0;
  const recent = new QueryObserver(queries, {
    queryKey: ["orders", "recent"],
    queryFn: async () => ++asked,
  });
  const leave = recent.subscribe(() => undefined);
  await recent.refetch();
  leave();
  const before = asked;

  await refresh(queries, [["orders", "recent"]]);

  expect(asked).toBe(before);
});
