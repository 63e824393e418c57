export const SORTS = ["newest", "priceUp", "priceDown", "name"] as const;
export type CatalogueSort = (typeof SORTS)[number];

/** The catalogue's filters, which live in the address and nowhere else. */
export interface CatalogueSearch {
  q?: string;
  category?: number;
  min?: number;
  max?: number;
  sort?: CatalogueSort;
}

/** Reads what is in an address; what makes no sense there is left out. */
export function readCatalogueSearch(search: Record<string, unknown>): CatalogueSearch {
  const q = typeof search.q === "string" || typeof search.q === "number" ? String(search.q) : "";
  const sort = SORTS.find((known) => known === search.sort);
  return {
    ...(q.trim() ? { q: q.trim().slice(0, 200) } : {}),
    ...some("category", search.category, (value) => Number.isInteger(value) && value > 0),
    ...some("min", search.min, (value) => value >= 0),
    ...some("max", search.max, (value) => value >= 0),
    ...(sort ? { sort } : {}),
  };
}

function some<K extends string>(
  key: K,
  given: unknown,
  makesSense: (value: number) => boolean,
): { [name in K]?: number } {
  const value = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
  return typeof value === "number" && Number.isFinite(value) && makesSense(value)
    ? ({ [key]: value } as { [name in K]: number })
    : {};
}

/** How the catalogue calls an order of products; a search has its own, by relevance. */
export const SORT_PARAMETERS: Record<CatalogueSort, string> = {
  newest: "-createdAt",
  priceUp: "price",
  priceDown: "-price",
  name: "name",
};
