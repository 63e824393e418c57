import { Button, buttonClass } from "@sagashop/shared/ui";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addToCart, MOST_UNITS, quantityOf, useCart } from "../cart/cart";
import { Quantity } from "../cart/Quantity";
import { mainImage, type Product } from "../catalogue/queries";

/** @param available how many units can be had; unknown to guests, whose order decides it */
export function AddToCart({
  product,
  available,
}: {
  product: Product;
  available: number | undefined;
}) {
  const { t } = useTranslation();
  const inCart = quantityOf(useCart(), product.id);
  const [quantity, setQuantity] = useState(1);
  const [added, setAdded] = useState(0);
  const most = Math.min(MOST_UNITS, available ?? MOST_UNITS) - inCart;
  if (available === 0) {
    return <p className="rounded-xl bg-sunken p-4 font-medium">{t("product.soldOut")}</p>;
  }
  const add = () => {
    addToCart({
      productId: product.id,
      name: product.name,
      price: product.price,
      quantity: Math.min(quantity, most),
      image: mainImage(product),
    });
    setAdded(Math.min(quantity, most));
    setQuantity(1);
  };
  return (
    <div className="flex flex-col gap-3">
      {most > 0 ? (
        <div className="flex flex-wrap items-center gap-3">
          <Quantity
            value={Math.min(quantity, most)}
            most={most}
            onChange={setQuantity}
            name={product.name}
          />
          <Button onClick={add}>{t("product.add")}</Button>
        </div>
      ) : (
        <p className="rounded-xl bg-sunken p-4">{t("product.allInCart", { count: inCart })}</p>
      )}
      <p role="status" className="min-h-6 text-good">
        {added > 0 && t("product.added", { count: added })}
      </p>
      {inCart > 0 && (
        <Link to="/cart" className={buttonClass("secondary")}>
          {t("product.toCart", { count: inCart })}
        </Link>
      )}
    </div>
  );
}
