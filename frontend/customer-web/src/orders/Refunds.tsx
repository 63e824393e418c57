import { useFormats } from "@sagashop/shared/i18n";
import { Card, RefundBadge } from "@sagashop/shared/ui";
import { useTranslation } from "react-i18next";
import type { Order } from "./queries";

export function Refunds({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { money, moment } = useFormats();
  return (
    <Card aria-label={t("orders.refunds")} className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">{t("orders.refunds")}</h2>
      <ul className="divide-y divide-line">
        {order.refunds.map((refund) => (
          <li key={refund.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span>
              <span className="font-medium">{money(refund.amount)}</span>{" "}
              <span className="text-sm text-faint">{moment(refund.requestedAt)}</span>
            </span>
            <RefundBadge status={refund.status} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
