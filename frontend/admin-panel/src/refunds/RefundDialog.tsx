import { useFormats } from "@sagashop/shared/i18n";
import { Dialog, EmptyState, ErrorState, Loading, Skeleton } from "@sagashop/shared/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { HandCoins } from "lucide-react";
import { useTranslation } from "react-i18next";
import { orderQuery, paymentQuery } from "../orders/useOrder";
import { useTitle } from "../pages/useTitle";
import { canRefund, moneyOf } from "./money";
import { RefundForm } from "./RefundForm";

const route = getRouteApi("/orders/$orderId");

/** The desk where money goes back: over the page of the order, with an address of its own. */
export function RefundDialog() {
  const { t } = useTranslation();
  const { orderId } = route.useParams();
  const navigate = useNavigate();
  const close = () => void navigate({ to: "/orders/$orderId", params: { orderId } });
  useTitle(t("refund.title", { id: orderId }));
  return (
    <Dialog open onClose={close} title={t("refund.title", { id: orderId })} wide>
      <Desk orderId={orderId} onClose={close} />
    </Dialog>
  );
}

function Desk({ orderId, onClose }: { orderId: number; onClose: () => void }) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const order = useQuery(orderQuery(orderId));
  const payment = useQuery(paymentQuery(orderId));
  const error = order.error ?? payment.error;
  if (!order.data || payment.data === undefined) {
    return error ? (
      <ErrorState
        error={error}
        onRetry={() => void Promise.all([order.refetch(), payment.refetch()])}
      />
    ) : (
      <Loading>
        <Skeleton className="h-96" />
      </Loading>
    );
  }
  const sums = moneyOf(order.data, payment.data);
  if (!canRefund(order.data) || sums.refundable === 0) {
    return (
      <EmptyState icon={<HandCoins aria-hidden />} title={t("refund.nothingTitle")}>
        {t("refund.nothingText")}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="mb-5 rounded-xl bg-accent-soft px-4 py-3">
        <p className="text-sm text-accent">{t("refund.sums.refundable")}</p>
        <p className="text-2xl font-semibold tracking-tight text-accent">
          {money(sums.refundable)}
        </p>
        <p className="text-sm">
          {t("refund.equation", {
            captured: money(sums.captured),
            refunded: money(sums.refunded),
            pending: money(sums.pending + sums.refused),
          })}
        </p>
      </div>
      <RefundForm order={order.data} refundable={sums.refundable} onDone={onClose} />
    </>
  );
}
