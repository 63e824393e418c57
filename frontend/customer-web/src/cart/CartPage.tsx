import { sum, times } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { useAccount } from "@sagashop/shared/session";
import { Button, buttonClass, Card, EmptyState } from "@sagashop/shared/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ShoppingBag, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useTitle } from "../app/useTitle";
import { ProductPicture } from "../catalogue/ProductPicture";
import { unitsOf } from "../catalogue/queries";
import { type CartLine, changeLine, emptyCart, MOST_UNITS, removeFromCart, useCart } from "./cart";
import { Quantity } from "./Quantity";

export function CartPage() {
  const { t } = useTranslation();
  const { money } = useFormats();
  const cart = useCart();
  const account = useAccount();
  const ids = cart.map((line) => line.productId).sort((a, b) => a - b);
  const { data: units } = useQuery(unitsOf(ids, account !== null));
  useTitle(t("cart.title"));
  if (cart.length === 0) {
    return (
      <>
        <h1 className="sr-only">{t("cart.title")}</h1>
        <EmptyState
          icon={<ShoppingBag aria-hidden />}
          title={t("cart.emptyTitle")}
          action={
            <Link to="/" className={buttonClass()}>
              {t("frame.toShop")}
            </Link>
          }
        >
          {t("cart.emptyText")}
        </EmptyState>
      </>
    );
  }
  const total = sum(cart.map((line) => times(line.price, line.quantity)));
  return (
    <div className="grid gap-8 lg:grid-cols-[1fr_20rem]">
      <div>
        <h1 className="mb-6 text-3xl font-bold tracking-tight">{t("cart.title")}</h1>
        <ul className="divide-y divide-line border-y border-line">
          {cart.map((line) => (
            <Line key={line.productId} line={line} available={units?.get(line.productId)} />
          ))}
        </ul>
        <Button variant="quiet" small className="mt-4" onClick={emptyCart}>
          {t("cart.clear")}
        </Button>
      </div>
      <Card
        aria-label={t("cart.summary")}
        className="flex flex-col gap-4 self-start lg:sticky lg:top-24"
      >
        <p className="flex justify-between text-lg font-semibold">
          <span>{t("cart.total")}</span>
          <span>{money(total)}</span>
        </p>
        <p className="text-sm text-faint">{t("cart.note")}</p>
        <Link to={account ? "/checkout/review" : "/checkout/account"} className={buttonClass()}>
          {t("cart.checkout")}
        </Link>
      </Card>
    </div>
  );
}

function Line({ line, available }: { line: CartLine; available: number | undefined }) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const most = Math.min(MOST_UNITS, available ?? MOST_UNITS);
  return (
    <li className="flex gap-4 py-5">
      <ProductPicture
        productId={line.productId}
        name={line.name}
        url={line.image}
        alt=""
        className="size-20 shrink-0 sm:size-28"
      />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <div className="flex justify-between gap-4">
          <h2 className="min-w-0 font-medium">
            <Link
              to="/products/$id"
              params={{ id: String(line.productId) }}
              className="hover:underline"
            >
              {line.name}
            </Link>
          </h2>
          <p className="font-semibold">{money(times(line.price, line.quantity))}</p>
        </div>
        <p className="text-sm text-faint">{t("cart.each", { price: money(line.price) })}</p>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Quantity
            value={line.quantity}
            most={Math.max(1, most)}
            name={line.name}
            onChange={(quantity) => changeLine(line.productId, { quantity })}
          />
          <Button
            variant="quiet"
            small
            aria-label={t("cart.remove", { name: line.name })}
            onClick={() => removeFromCart(line.productId)}
          >
            <Trash2 aria-hidden className="size-4" />
          </Button>
        </div>
        {available !== undefined && line.quantity >= available && (
          <p className="text-sm text-warn">
            {available > 0 ? t("cart.max", { count: available }) : t("product.soldOut")}
          </p>
        )}
      </div>
    </li>
  );
}
