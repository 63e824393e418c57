import { forgetKey, keyFor, ok, orders } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { Button, RefundBadge } from "@sagashop/shared/ui";
import { useQueryClient } from "@tanstack/react-query";
import { LoaderCircle } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Payment, Refund } from "../api/types";
import { WorkflowLink } from "../orders/WorkflowLink";
import { type Given, ReasonDialog } from "../reasons/ReasonDialog";

interface Props {
  refund: Refund;
  orderId: number;
  /** The same refund in the books of the payment service; it may not have got there yet. */
  ledger: Payment["refunds"][number] | undefined;
}

/** One refund: where it stands, why it was refused, and what can be done then. */
export function RefundRow({ refund, orderId, ledger }: Props) {
  const { t } = useTranslation();
  const { money, moment } = useFormats();
  const isUnderWay = refund.status === "REQUESTED";
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{money(refund.amount)}</span>
        <span role="status">
          <RefundBadge status={refund.status} />
        </span>
        {isUnderWay && <LoaderCircle aria-hidden className="size-4 animate-spin text-warn" />}
        <span className="ml-auto text-sm text-faint">
          {t("refund.attempt", { id: refund.id, attempt: refund.attempt })}
        </span>
      </div>
      <p className="mt-1 text-sm text-faint">
        {t("refund.requested", { kind: t(kindKey(refund.kind)), at: moment(refund.requestedAt) })}
        {ledger?.decidedAt && ` · ${t("refund.decided", { at: moment(ledger.decidedAt) })}`}
        {refund.restock && ` · ${t("refund.restocked")}`}
      </p>
      {refund.explanation && <p className="text-sm">{refund.explanation}</p>}
      {refund.outsideReference && (
        <p className="text-sm">{t("refund.outside", { reference: refund.outsideReference })}</p>
      )}
      {refund.status === "FAILED" && <Refusal refund={refund} orderId={orderId} />}
    </li>
  );
}

const KINDS = ["FULL", "LATE_CHARGE", "LINES", "AMOUNT", "GOODWILL"] as const;

function kindKey(kind: string) {
  const known = KINDS.find((each) => each === kind) ?? "AMOUNT";
  return `refund.kinds.${known}` as const;
}

function Refusal({ refund, orderId }: { refund: Refund; orderId: number }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<"retry" | "resolve" | null>(null);
  const decide = useDecision(orderId, refund);
  return (
    <div className="mt-2 rounded-xl bg-bad-soft p-4">
      <p className="font-medium text-bad">
        {refund.reason
          ? t("refund.refusedBecause", { reason: refund.reason })
          : t("refund.refused")}
      </p>
      <p className="mt-1 text-sm">{t("refund.refusedNext")}</p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button small onClick={() => setAsking("retry")}>
          {t("refund.retry")}
        </Button>
        <Button variant="secondary" small onClick={() => setAsking("resolve")}>
          {t("refund.resolve")}
        </Button>
        <WorkflowLink workflowId={`refund-${refund.id}`} small />
      </div>
      {asking && (
        <ReasonDialog
          title={t(asking === "retry" ? "refund.retry" : "refund.resolve")}
          text={t(asking === "retry" ? "refund.retryText" : "refund.resolveText")}
          confirm={t(asking === "retry" ? "refund.retryConfirm" : "refund.resolveConfirm")}
          withReference={asking === "resolve"}
          onConfirm={(given) => decide(asking, given)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}

/** A decision is about the attempt that was seen refused, and has one key however often it is sent. */
function useDecision(orderId: number, { id: refundId, attempt }: Refund) {
  const queries = useQueryClient();
  return async (action: "retry" | "resolve", { reason, reference }: Given) => {
    const purpose = `refund-${action}:${refundId}:${attempt}`;
    const params = {
      path: { id: orderId, refundId },
      header: { "Idempotency-Key": keyFor(purpose) },
    };
    try {
      await ok(
        action === "retry"
          ? orders.POST("/orders/{id}/refunds/{refundId}/retry", {
              params,
              body: { reason, attempt },
            })
          : orders.POST("/orders/{id}/refunds/{refundId}/resolve", {
              params,
              body: { reason, reference, attempt },
            }),
      );
      forgetKey(purpose);
    } finally {
      await queries.invalidateQueries({ queryKey: ["orders", "one", orderId] });
    }
  };
}
