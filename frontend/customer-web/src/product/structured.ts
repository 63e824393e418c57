import { useEffect } from "react";
import type { Availability, Product } from "../catalogue/queries";

const SCHEMA = "https://schema.org";

/** What a search engine reads about a product; null as long as it would be incomplete. */
export function productData(product: Product, availability: Availability | undefined, url: string) {
  return {
    "@context": SCHEMA,
    "@graph": [
      {
        "@type": "Product",
        name: product.name,
        sku: product.sku,
        ...(product.description ? { description: product.description } : {}),
        ...(product.imageUrls.length > 0 ? { image: product.imageUrls } : {}),
        offers: {
          "@type": "Offer",
          url,
          price: product.price.toFixed(2),
          priceCurrency: "USD",
          ...(availability
            ? {
                availability: availability === "out" ? `${SCHEMA}/OutOfStock` : `${SCHEMA}/InStock`,
              }
            : {}),
        },
      },
      {
        "@type": "BreadcrumbList",
        itemListElement: [
          { "@type": "ListItem", position: 1, name: "Sagashop", item: new URL("/", url).href },
          { "@type": "ListItem", position: 2, name: product.name, item: url },
        ],
      },
    ],
  };
}

/** Puts the data and the canonical address into the head for as long as the page is shown. */
export function useStructuredData(data: object | null, canonical: string, description?: string) {
  const text = data && JSON.stringify(data);
  useEffect(() => {
    const link = document.createElement("link");
    link.rel = "canonical";
    link.href = canonical;
    const added: HTMLElement[] = [link];
    if (text) {
      // Data, not code: the policy of the page does not keep it away.
      const script = document.createElement("script");
      script.type = "application/ld+json";
      script.textContent = text;
      added.push(script);
    }
    document.head.append(...added);
    const meta = document.querySelector<HTMLMetaElement>('meta[name="description"]');
    const before = meta?.content;
    if (meta && description) {
      meta.content = description;
    }
    return () => {
      for (const element of added) {
        element.remove();
      }
      if (meta && before !== undefined) {
        meta.content = before;
      }
    };
  }, [text, canonical, description]);
}
