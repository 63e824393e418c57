import clsx from "clsx";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProductPicture } from "../catalogue/ProductPicture";
import type { Product } from "../catalogue/queries";

export function Gallery({ product }: { product: Product }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(0);
  const pictures = product.images.length
    ? product.images.map(({ url, alt }) => ({ url, alt: alt ?? product.name }))
    : product.imageUrls.map((url) => ({ url, alt: product.name }));
  const shown = pictures[chosen] ?? pictures[0];
  return (
    <div className="flex flex-col gap-3">
      <ProductPicture
        productId={product.id}
        name={product.name}
        url={shown?.url ?? null}
        alt={shown?.alt}
        eager
      />
      {pictures.length > 1 && (
        <ul className="grid grid-cols-5 gap-3">
          {pictures.map((picture, index) => (
            <li key={picture.url}>
              <button
                type="button"
                aria-label={t("product.picture", { number: index + 1 })}
                aria-pressed={index === chosen}
                onClick={() => setChosen(index)}
                className={clsx(
                  "block w-full overflow-hidden rounded-xl border-2",
                  index === chosen ? "border-accent" : "border-transparent",
                )}
              >
                <ProductPicture
                  productId={product.id}
                  name={product.name}
                  url={picture.url}
                  alt=""
                />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
