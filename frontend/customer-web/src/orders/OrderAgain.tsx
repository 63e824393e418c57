import { Button, ProblemNote } from "@sagashop/shared/ui";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addToCart, type CartLine, currentCart, quantityOf } from "../cart/cart";
import { mainImage } from "../catalogue/queries";
import { type Fact, factsOf } from "../checkout/review";
import type { Order } from "./queries";

/** What of an order can be had now, beside what the cart holds already. */
export function stillToHave(
  lines: readonly CartLine[],
  facts: Map<number, Fact>,
  cart: readonly CartLine[],
): CartLine[] {
  return lines.flatMap((line) => {
    const fact = facts.get(line.productId);
    const left = (fact?.available ?? 0) - quantityOf(cart, line.productId);
    return fact?.product && left > 0
      ? [
          {
            productId: line.productId,
            name: fact.product.name,
            price: fact.product.price,
            quantity: Math.min(line.quantity, left),
            image: mainImage(fact.product),
          },
        ]
      : [];
  });
}

export function OrderAgain({ order }: { order: Order }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [nothing, setNothing] = useState(false);
  const filling = useMutation({
    mutationFn: async () => {
      const lines = order.items.map(({ productId, title, price, quantity }) => ({
        productId,
        name: title,
        price,
        quantity,
        image: null,
      }));
      return stillToHave(lines, await factsOf(lines), currentCart());
    },
    onSuccess: (lines) => {
      setNothing(lines.length === 0);
      if (lines.length > 0) {
        lines.forEach(addToCart);
        void navigate({ to: "/cart" });
      }
    },
  });
  return (
    <>
      <Button variant="secondary" busy={filling.isPending} onClick={() => filling.mutate()}>
        {t("orders.again")}
      </Button>
      {nothing && <p role="status">{t("orders.nothingLeft")}</p>}
      {filling.isError && <ProblemNote error={filling.error} className="w-full" />}
    </>
  );
}
