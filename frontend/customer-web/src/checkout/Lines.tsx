import { sum, times } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { useTranslation } from "react-i18next";
import type { CartLine } from "../cart/cart";

export function totalOf(cart: readonly CartLine[]): number {
  return sum(cart.map((line) => times(line.price, line.quantity)));
}

export function Lines({ cart }: { cart: readonly CartLine[] }) {
  const { t } = useTranslation();
  const { money } = useFormats();
  return (
    <div>
      <ul className="divide-y divide-line border-y border-line">
        {cart.map((line) => (
          <li key={line.productId} className="flex justify-between gap-4 py-3">
            <span className="min-w-0">
              {line.name} <span className="text-faint">× {line.quantity}</span>
            </span>
            <span className="font-medium">{money(times(line.price, line.quantity))}</span>
          </li>
        ))}
      </ul>
      <p className="flex justify-between py-4 text-xl font-semibold">
        <span>{t("cart.total")}</span>
        <span>{money(totalOf(cart))}</span>
      </p>
    </div>
  );
}
