import { catalogue, ok, type ProductApi, stock } from "@sagashop/shared/api";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type CatalogueSearch, SORT_PARAMETERS } from "./search";

export type Product = ProductApi.ProductResponse;
export type Category = ProductApi.CategoryTree;
export type Availability = "in" | "low" | "out";

const PAGE = 24;

export function productPages(search: CatalogueSearch) {
  return infiniteQueryOptions({
    queryKey: ["products", search],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      ok(
        catalogue.GET("/products/search", {
          params: {
            query: {
              q: search.q,
              categoryId: search.category,
              minPrice: search.min,
              maxPrice: search.max,
              sort: search.sort && SORT_PARAMETERS[search.sort],
              status: "ACTIVE",
              size: PAGE,
              cursor: pageParam ?? undefined,
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? null,
  });
}

/** The number in an address; null where it cannot be one. */
export function productIdOf(text: string): number | null {
  return /^[1-9]\d{0,15}$/.test(text) ? Number(text) : null;
}

export function productById(id: number) {
  return queryOptions({
    queryKey: ["product", id],
    queryFn: ({ signal }) =>
      ok(catalogue.GET("/products/{id}", { params: { path: { id } }, signal })),
  });
}

export const categoryTree = queryOptions({
  queryKey: ["categories"],
  staleTime: 300_000,
  queryFn: ({ signal }) => ok(catalogue.GET("/categories", { signal })),
});

/** For everybody: whether something can be had, not how much of it. */
export function availabilityOf(productIds: number[]) {
  return queryOptions({
    queryKey: ["availability", productIds],
    enabled: productIds.length > 0,
    queryFn: async ({ signal }) => {
      const answers = await ok(
        stock.GET("/inventory/availability", { params: { query: { productIds } }, signal }),
      );
      return new Map(answers.map((each) => [each.productId, each.availability as Availability]));
    },
  });
}

/** For those who are signed in: how many units can be had. */
export function unitsOf(productIds: number[], signedIn: boolean) {
  return queryOptions({
    queryKey: ["units", productIds],
    enabled: signedIn && productIds.length > 0,
    queryFn: async ({ signal }) => {
      const units = await ok(stock.POST("/inventory/batch", { body: productIds, signal }));
      return new Map(productIds.map((id) => [id, units[String(id)] ?? 0]));
    },
  });
}

/** The categories from a root of the tree down to the one with this id; none if it is not there. */
export function pathTo(id: number | undefined, tree: Category[]): Category[] {
  for (const category of tree) {
    if (category.id === id) {
      return [category];
    }
    const rest = pathTo(id, category.subCategories);
    if (rest.length > 0) {
      return [category, ...rest];
    }
  }
  return [];
}

export function mainImage(product: Product): string | null {
  return product.images[0]?.url ?? product.imageUrls[0] ?? null;
}
