import type { later } from "./later";

/** The words of the first page of the shop; those of all others come with them. */
export const en = {
  frame: {
    main: "Main",
    search: "Search the shop",
    find: "Find",
    orders: "My orders",
    account: "Account",
    signIn: "Sign in",
    cart: "Cart",
    units_one: "{{count}} unit",
    units_other: "{{count}} units",
    toShop: "To the shop",
    footer:
      "Sagashop. Every order ends well: paid and delivered, or cancelled and your money back.",
  },
  catalogue: {
    title: "Shop",
    promise:
      "Good things at fair prices. After you pay you see every step, live, and where your money is.",
    resultsFor: "Results for “{{q}}”",
    filters: "Filters",
    products: "Products",
    category: "Category",
    allCategories: "All categories",
    min: "Price from",
    max: "Price to",
    sort: "Sort by",
    relevance: "Best match",
    sorts: {
      newest: "Newest first",
      priceUp: "Price, low to high",
      priceDown: "Price, high to low",
      name: "Name",
    },
    emptyTitle: "Nothing fits",
    emptyText: "No product matches these filters.",
    clear: "Show everything",
  },
  stock: {
    in: "In stock",
    low: "Only a few left",
    out: "Sold out",
    units_one: "{{count}} available",
    units_other: "{{count}} available",
  },
} as const;

export type Words = typeof en & typeof later;
