import { expect, it } from "vitest";
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
