import { catalogue, listed } from "@sagashop/shared/api";
import { queryOptions } from "@tanstack/react-query";
import type { Category } from "../api/types";

export const categoriesQuery = queryOptions({
  queryKey: ["categories"],
  queryFn: ({ signal }) => listed(catalogue.GET("/categories", { signal })),
  select: ({ items }) => inOrder(items),
});

interface Placed {
  id: number;
  /** With its parents in front, as it is chosen from a flat list. */
  path: string;
}

export function inOrder(tree: Category[], above = ""): Placed[] {
  return tree.flatMap(({ id, name, subCategories }) => {
    const path = above ? `${above} / ${name}` : name;
    return [{ id, path }, ...inOrder(subCategories, path)];
  });
}
