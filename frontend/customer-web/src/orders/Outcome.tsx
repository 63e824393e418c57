import { useFormats } from "@sagashop/shared/i18n";
import { type Tone, toneClass } from "@sagashop/shared/ui";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { whereaboutsOf } from "./money";
import type { Order, TimelineEntry } from "./queries";

const REASONS = [
  "OUT_OF_STOCK",
  "PAYMENT_DECLINED",
  "PAYMENT_EXPIRED",
  "CANCELLED_ON_REQUEST",
] as const;

/** What became of the order and where the money is, in plain words. */
export function Outcome({ order, timeline }: { order: Order; timeline: TimelineEntry[] }) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const where = whereaboutsOf(order, timeline);
  const reason = REASONS.find((known) => known === order.cancelReason);
  const amount = "amount" in where ? money(where.amount) : "";
  return (
    <div
      role="status"
      className={clsx("flex flex-col gap-1 rounded-2xl p-5 text-ink", toneClass(toneOf(order)))}
    >
      <p className="text-lg font-semibold text-ink">
        {order.status === "CANCELLED" && reason
          ? t(`outcome.${reason}`)
          : t(`outcome.${order.status as "PAID"}`)}
      </p>
      <p className="text-ink">{t(`money.${where.kind}`, { amount })}</p>
      {where.kind === "paid" && where.back > 0 && (
        <p className="text-ink">{t("money.partlyBack", { amount: money(where.back) })}</p>
      )}
      {order.status === "CANCELLED" && reason && reason !== "CANCELLED_ON_REQUEST" && (
        <p className="text-ink">{t(`next.${reason}`)}</p>
      )}
    </div>
  );
}

function toneOf(order: Order): Tone {
  switch (order.status) {
    case "PAID":
    case "DELIVERED":
      return "good";
    case "REFUND_PENDING":
      return "warn";
    case "REFUND_FAILED":
      return "bad";
    case "CANCELLED":
      return order.cancelReason === "CANCELLED_ON_REQUEST" ? "neutral" : "bad";
    default:
      return "info";
  }
}
