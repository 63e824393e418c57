import { instant, useFormats } from "@sagashop/shared/i18n";
import clsx from "clsx";
import { Check, LoaderCircle, Minus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Order, TimelineEntry } from "./queries";
import { type Step, type StepState, stepsOf } from "./steps";
import { useNow } from "./useNow";

const LOOKS: Record<StepState, string> = {
  done: "bg-accent text-on-accent border-accent",
  active: "bg-surface text-accent border-accent",
  failed: "bg-bad-soft text-bad border-bad",
  skipped: "bg-sunken text-faint border-line",
  waiting: "bg-surface text-faint border-line",
};

/** After so long a step is slower than it should be, and the customer hears it. */
const SLOW_MILLIS = 8_000;

/** What happens after "pay", step by step, while it happens. */
export function Stepper({ order, timeline }: { order: Order; timeline: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  const steps = stepsOf(order, timeline);
  return (
    <ol aria-label={t("steps.label")} className="grid gap-0 sm:grid-cols-4 sm:gap-2">
      {steps.map((step, index) => (
        <Item key={step.name} step={step} last={index === steps.length - 1} />
      ))}
    </ol>
  );
}

function Item({ step, last }: { step: Step; last: boolean }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  return (
    <li
      aria-current={step.state === "active" ? "step" : undefined}
      className="relative flex gap-3 pb-5 sm:flex-col sm:pb-0"
    >
      {!last && (
        <span
          aria-hidden
          className={clsx(
            "absolute top-9 bottom-0 left-[1.1rem] w-0.5 sm:top-[1.1rem] sm:right-0 sm:bottom-auto sm:left-10 sm:h-0.5 sm:w-auto",
            step.state === "done" ? "bg-accent" : "bg-line",
          )}
        />
      )}
      <span
        aria-hidden
        className={clsx(
          "z-10 flex size-9 shrink-0 items-center justify-center rounded-full border-2",
          LOOKS[step.state],
        )}
      >
        <Icon state={step.state} />
      </span>
      <div>
        <p className={clsx("font-medium", step.state === "waiting" && "text-faint")}>
          {t(`steps.${step.name}`)}
        </p>
        <p className="min-h-5 text-sm text-faint">
          {step.state === "done" && step.at ? moment(step.at, "time") : t(`steps.${step.state}`)}
        </p>
      </div>
    </li>
  );
}

function Icon({ state }: { state: StepState }) {
  switch (state) {
    case "done":
      return <Check className="size-5" />;
    case "active":
      return <LoaderCircle className="size-5 animate-spin" />;
    case "failed":
      return <X className="size-5" />;
    case "skipped":
    case "waiting":
      return <Minus className="size-4" />;
  }
}

/** How long the payment may still take, and whether something keeps it. */
export function Deadline({ order, since }: { order: Order; since: string }) {
  const { t } = useTranslation();
  const now = useNow(1_000);
  const left = order.expiresAt ? secondsBetween(now, order.expiresAt) : null;
  const slow = -secondsBetween(now, since) * 1_000 > SLOW_MILLIS;
  return (
    <div className="flex min-h-12 flex-col gap-1 text-sm text-faint">
      {left !== null && left > 0 && (
        <p role="timer" aria-live="off">
          {t("steps.deadline", {
            time: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`,
          })}
        </p>
      )}
      {slow && <p role="status">{t("steps.slow")}</p>}
    </div>
  );
}

function secondsBetween(now: number, at: string): number {
  return Math.round((instant(at).getTime() - now) / 1_000);
}
