import { expect, it } from "vitest";
import { type Category, pathTo } from "../src/catalogue/queries";
import { readCatalogueSearch } from "../src/catalogue/search";
import { productData } from "../src/product/structured";
import { aProduct } from "./given";

it("reads the filters of an address, and leaves out what makes no sense", () => {
  expect(
    readCatalogueSearch({ q: " lamp ", category: "3", min: "1.5", max: "-2", sort: "upwards" }),
  ).toEqual({ q: "lamp", category: 3, min: 1.5 });
  expect(readCatalogueSearch({ q: 42, sort: "priceUp" })).toEqual({ q: "42", sort: "priceUp" });
});

it("tells a search engine price and stock", () => {
  const data = productData(aProduct({ price: 9.5 }), "low", "https://shop.example/products/1");
  expect(data["@graph"][0]).toMatchObject({
    "@type": "Product",
    offers: { price: "9.50", priceCurrency: "USD", availability: "https://schema.org/InStock" },
  });
});

it("finds the way through the tree of categories to the chosen one", () => {
  const category = (id: number, ...subCategories: Category[]) =>
    ({ id, subCategories }) as Category;
  const tree = [category(1, category(2, category(3)), category(4)), category(5)];
  const way = (id: number | undefined) => pathTo(id, tree).map((each) => each.id);
  expect(way(3)).toEqual([1, 2, 3]);
  expect(way(5)).toEqual([5]);
  expect(way(9)).toEqual([]);
  expect(way(undefined)).toEqual([]);
});
