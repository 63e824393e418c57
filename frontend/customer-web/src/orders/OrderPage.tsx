import { times } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { Card, ErrorState, Loading, Skeleton, StatusBadge } from "@sagashop/shared/ui";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SignedIn } from "../account/SignedIn";
import { NotFound } from "../app/NotFound";
import { useTitle } from "../app/useTitle";
import { CancelOrder } from "./CancelOrder";
import { OrderAgain } from "./OrderAgain";
import { Outcome } from "./Outcome";
import type { Order } from "./queries";
import { Refunds } from "./Refunds";
import { Deadline, Stepper } from "./Stepper";
import { canBeCancelled } from "./steps";
import { Timeline } from "./Timeline";
import { useLiveOrder } from "./useLiveOrder";

const route = getRouteApi("/orders/$id");

export function OrderPage() {
  const id = Number(route.useParams().id);
  return (
    <SignedIn>{Number.isInteger(id) && id > 0 ? <Live key={id} id={id} /> : <NotFound />}</SignedIn>
  );
}

function Live({ id }: { id: number }) {
  const { t } = useTranslation(["app", "common"]);
  const { order, timeline, live, underWay } = useLiveOrder(id);
  useTitle(t("orders.number", { id }));
  if (order.isPending) {
    return (
      <Loading>
        <div className="mx-auto flex max-w-3xl flex-col gap-6">
          <Skeleton className="h-10 w-1/2" />
          <Skeleton className="h-24" />
          <Skeleton className="h-48" />
        </div>
      </Loading>
    );
  }
  if (!order.data) {
    return "status" in order.error && order.error.status === 404 ? (
      <NotFound />
    ) : (
      <ErrorState error={order.error} onRetry={() => void order.refetch()} />
    );
  }
  const entries = timeline.data ?? [];
  const since = entries.at(-1)?.at ?? order.data.createdAt;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <Heading order={order.data} live={underWay ? live : null} />
      <Outcome order={order.data} timeline={entries} />
      <Card aria-label={t("steps.label")}>
        <Stepper order={order.data} timeline={entries} />
        {underWay && <Deadline order={order.data} since={since} />}
      </Card>
      <div className="flex flex-wrap items-center gap-3">
        {canBeCancelled(order.data.status) && <CancelOrder order={order.data} />}
        {!underWay && <OrderAgain order={order.data} />}
      </div>
      <Items order={order.data} />
      {order.data.refunds.length > 0 && <Refunds order={order.data} />}
      {entries.length > 0 && <Timeline timeline={entries} />}
    </div>
  );
}

function Heading({ order, live }: { order: Order; live: "live" | "polling" | null }) {
  const { t } = useTranslation(["app", "common"]);
  const { moment } = useFormats();
  return (
    <header className="flex flex-wrap items-end justify-between gap-3">
      <div>
        <h1 className="text-3xl font-bold tracking-tight">
          {t("orders.number", { id: order.id })}
        </h1>
        <p className="text-faint">{moment(order.createdAt)}</p>
      </div>
      <div className="flex items-center gap-3">
        {live && <span className="text-sm text-faint">{t(`common:state.${live}`)}</span>}
        <StatusBadge status={order.status} />
      </div>
    </header>
  );
}

function Items({ order }: { order: Order }) {
  const { t } = useTranslation(["app", "common"]);
  const { money } = useFormats();
  return (
    <Card aria-label={t("orders.items")}>
      <h2 className="mb-3 text-lg font-semibold">{t("orders.items")}</h2>
      <ul className="divide-y divide-line">
        {order.items.map((item) => (
          <li key={item.productId} className="flex justify-between gap-4 py-3">
            <span className="min-w-0">
              <Link
                to="/products/$id"
                params={{ id: String(item.productId) }}
                className="hover:underline"
              >
                {item.title}
              </Link>{" "}
              <span className="text-faint">× {item.quantity}</span>
            </span>
            <span>{money(times(item.price, item.quantity))}</span>
          </li>
        ))}
      </ul>
      <p className="flex justify-between border-t border-line pt-4 text-lg font-semibold">
        <span>{t("cart.total")}</span>
        <span>{money(order.totalAmount)}</span>
      </p>
    </Card>
  );
}
