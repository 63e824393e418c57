import { useFormats } from "@sagashop/shared/i18n";
import { Card, ErrorState, Loading, Skeleton, StatusBadge } from "@sagashop/shared/ui";
import { getRouteApi, Link, Outlet } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Order } from "../api/types";
import { LiveMark } from "../pages/LiveMark";
import { Page } from "../pages/Page";
import { CustomerCard } from "./CustomerCard";
import { ItemsCard } from "./ItemsCard";
import { OrderActions } from "./OrderActions";
import { PaymentCard } from "./PaymentCard";
import { ReservationCard } from "./ReservationCard";
import { SagaSteps } from "./SagaSteps";
import { TimelineCard } from "./TimelineCard";
import { type OrderFacts, useOrder } from "./useOrder";
import { WorkflowLink } from "./WorkflowLink";

const route = getRouteApi("/orders/$orderId");

export function OrderPage() {
  const { t } = useTranslation();
  const { orderId } = route.useParams();
  const facts = useOrder(orderId);
  const { order } = facts;
  return (
    <>
      <Link
        to="/orders"
        className="mb-3 inline-flex min-h-6 items-center gap-1 text-sm text-faint no-underline hover:text-ink"
      >
        <ChevronLeft aria-hidden className="size-4" />
        {t("orders.title")}
      </Link>
      {order.data ? (
        <TheOrder order={order.data} facts={facts} />
      ) : (
        <Page title={t("orders.number", { id: orderId })}>
          {order.error ? (
            <ErrorState error={order.error} onRetry={() => void order.refetch()} />
          ) : (
            <OrderSkeleton />
          )}
        </Page>
      )}
    </>
  );
}

function TheOrder({ order, facts }: { order: Order; facts: OrderFacts }) {
  const { t } = useTranslation();
  const { moment, money } = useFormats();
  return (
    <Page
      title={t("orders.number", { id: order.id })}
      aside={
        <>
          <span role="status">
            <StatusBadge status={order.status} />
          </span>
          <LiveMark live={facts.live} />
        </>
      }
      text={t("orders.summary", {
        at: moment(order.createdAt),
        total: money(order.totalAmount),
      })}
      actions={
        <>
          <WorkflowLink workflowId={`checkout-${order.id}`} />
          <OrderActions order={order} />
        </>
      }
    >
      <SagaSteps order={order} facts={facts} />
      <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <ItemsCard order={order} />
          <PaymentCard order={order} payment={facts.payment} />
          <ReservationCard reservation={facts.reservation} order={order} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <CustomerCard order={order} customer={facts.customer} />
          <TimelineCard timeline={facts.timeline} customer={facts.customer.data ?? null} />
        </div>
      </div>
      <Outlet />
    </Page>
  );
}

function OrderSkeleton() {
  return (
    <Loading>
      <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card>
          <Skeleton className="h-64" />
        </Card>
        <Card>
          <Skeleton className="h-64" />
        </Card>
      </div>
    </Loading>
  );
}
