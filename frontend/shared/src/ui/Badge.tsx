import clsx from "clsx";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export type Tone = "neutral" | "good" | "warn" | "bad" | "info";

const TONES: Record<Tone, string> = {
  neutral: "bg-sunken text-ink",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  info: "bg-info-soft text-info",
};

export function toneClass(tone: Tone): string {
  return TONES[tone];
}

export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-sm font-medium whitespace-nowrap",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}

export const ORDER_STATUSES = [
  "CREATED",
  "PLACED",
  "PAYMENT_PENDING",
  "PAID",
  "DELIVERED",
  "CANCELLED",
  "REFUND_PENDING",
  "REFUND_FAILED",
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

const STATUS_TONES: Record<OrderStatus, Tone> = {
  CREATED: "info",
  PLACED: "info",
  PAYMENT_PENDING: "info",
  PAID: "good",
  DELIVERED: "good",
  CANCELLED: "neutral",
  REFUND_PENDING: "warn",
  REFUND_FAILED: "bad",
};

export function isOrderStatus(status: string): status is OrderStatus {
  return (ORDER_STATUSES as readonly string[]).includes(status);
}

export function StatusBadge({ status }: { status: string }) {
  const { t } = useTranslation("common");
  return isOrderStatus(status) ? (
    <Badge tone={STATUS_TONES[status]}>{t(`status.${status}`)}</Badge>
  ) : (
    <Badge>{status}</Badge>
  );
}

const REFUND_TONES = { REQUESTED: "warn", SUCCEEDED: "good", FAILED: "bad" } as const;

export function RefundBadge({ status }: { status: string }) {
  const { t } = useTranslation("common");
  return status === "REQUESTED" || status === "SUCCEEDED" || status === "FAILED" ? (
    <Badge tone={REFUND_TONES[status]}>{t(`refundStatus.${status}`)}</Badge>
  ) : (
    <Badge>{status}</Badge>
  );
}
