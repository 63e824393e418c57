import { times } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { Card } from "@sagashop/shared/ui";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Order } from "../api/types";
import { CardTitle } from "../pages/CardTitle";
import { useReason } from "./useReason";

export function ItemsCard({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const reasonFor = useReason();
  return (
    <Card>
      <CardTitle>{t("orders.items")}</CardTitle>
      {order.cancelExplanation && (
        <p className="mb-4 rounded-xl bg-sunken px-4 py-3">
          {reasonFor("cancelled", order.cancelExplanation)}
        </p>
      )}
      <ul className="divide-y divide-line">
        {order.items.map((item) => (
          <li
            key={item.productId}
            className="flex flex-wrap justify-between gap-x-4 py-3 first:pt-0"
          >
            <span className="min-w-0">
              <Link
                to="/products/$productId"
                params={{ productId: item.productId }}
                className="font-medium text-ink no-underline hover:underline"
              >
                {item.title}
              </Link>
              <span className="block text-sm text-faint">
                {item.sku} · {t("orders.units", { count: item.quantity, price: money(item.price) })}
              </span>
            </span>
            <span className="font-medium">{money(times(item.price, item.quantity))}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 flex justify-between border-t border-line pt-3 font-semibold">
        <span>{t("orders.total")}</span>
        <span>{money(order.totalAmount)}</span>
      </p>
    </Card>
  );
}
