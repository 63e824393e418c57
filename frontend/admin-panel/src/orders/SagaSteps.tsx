import clsx from "clsx";
import { Check, Circle, LoaderCircle, Undo2, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Order } from "../api/types";
import { type StepState, stepsOf } from "./steps";
import type { OrderFacts } from "./useOrder";

const LOOKS = {
  done: { icon: Check, className: "bg-good-soft text-good" },
  running: { icon: LoaderCircle, className: "bg-info-soft text-info [&_svg]:animate-spin" },
  waiting: { icon: Circle, className: "bg-sunken text-faint" },
  failed: { icon: X, className: "bg-bad-soft text-bad" },
  undone: { icon: Undo2, className: "bg-warn-soft text-warn" },
} as const satisfies Record<StepState, object>;

/** The saga of the order at a glance: what holds, what runs, what was taken back. */
export function SagaSteps({ order, facts }: { order: Order; facts: OrderFacts }) {
  const { t } = useTranslation();
  return (
    <ol
      aria-label={t("orders.steps.label")}
      className="mb-6 grid grid-cols-1 gap-px overflow-hidden rounded-2xl border border-line bg-line min-[26rem]:grid-cols-2 md:grid-cols-4"
    >
      {stepsOf(order, facts.reservation.data, facts.payment.data).map(({ name, state }) => {
        const { icon: Icon, className } = LOOKS[state];
        return (
          <li key={name} className="flex items-center gap-3 bg-surface px-4 py-3">
            <span
              className={clsx(
                "flex size-8 shrink-0 items-center justify-center rounded-full",
                className,
              )}
            >
              <Icon aria-hidden className="size-4" />
            </span>
            <span className="min-w-0 leading-tight">
              <span className="block font-medium">{t(`orders.steps.${name}`)}</span>
              <span className="block text-sm text-faint">{t(`orders.steps.${state}`)}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
