import { useFormats } from "@sagashop/shared/i18n";
import {
  Button,
  EmptyState,
  ErrorState,
  Loading,
  ORDER_STATUSES,
  type OrderStatus,
  SelectField,
  Skeleton,
  StatusBadge,
  TextField,
} from "@sagashop/shared/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { PackageOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { SignedIn } from "../account/SignedIn";
import { useTitle } from "../app/useTitle";
import { myOrders, type Order } from "./queries";
import type { OrdersSearch } from "./search";

const route = getRouteApi("/orders");

export function OrdersPage() {
  const { t } = useTranslation(["app", "common"]);
  const search = route.useSearch();
  useTitle(t("frame.orders"));
  return (
    <SignedIn>
      <div className="mx-auto flex max-w-3xl flex-col gap-6">
        <h1 className="text-3xl font-bold tracking-tight">{t("frame.orders")}</h1>
        <Filters search={search} />
        <List search={search} />
      </div>
    </SignedIn>
  );
}

function Filters({ search }: { search: OrdersSearch }) {
  const { t } = useTranslation(["app", "common"]);
  const navigate = route.useNavigate();
  const change = (fields: OrdersSearch) =>
    void navigate({ search: (before) => ({ ...before, ...fields }), replace: true });
  return (
    <section aria-label={t("orders.filters")} className="grid gap-4 sm:grid-cols-3">
      <SelectField
        label={t("orders.status")}
        value={search.status ?? ""}
        onChange={(event) => change({ status: (event.target.value || undefined) as OrderStatus })}
      >
        <option value="">{t("orders.all")}</option>
        {ORDER_STATUSES.filter((status) => status !== "PLACED").map((status) => (
          <option key={status} value={status}>
            {t(`common:status.${status}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("orders.from")}
        type="date"
        value={search.from ?? ""}
        max={search.to}
        onChange={(event) => change({ from: event.target.value || undefined })}
      />
      <TextField
        label={t("orders.to")}
        type="date"
        value={search.to ?? ""}
        min={search.from}
        onChange={(event) => change({ to: event.target.value || undefined })}
      />
    </section>
  );
}

function List({ search }: { search: OrdersSearch }) {
  const { t } = useTranslation(["app", "common"]);
  const pages = useInfiniteQuery(myOrders(search));
  if (pages.isPending) {
    return (
      <Loading>
        <div className="flex flex-col gap-3">
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
        </div>
      </Loading>
    );
  }
  if (pages.isError && !pages.data) {
    return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  }
  const found = pages.data.pages.flatMap((page) => page.items);
  if (found.length === 0) {
    return (
      <EmptyState icon={<PackageOpen aria-hidden />} title={t("orders.emptyTitle")}>
        {t("orders.emptyText")}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="flex flex-col gap-3">
        {found.map((order) => (
          <Row key={order.id} order={order} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button
          variant="secondary"
          className="self-center"
          busy={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t("common:actions.more")}
        </Button>
      )}
    </>
  );
}

function Row({ order }: { order: Order }) {
  const { t } = useTranslation(["app", "common"]);
  const { money, moment } = useFormats();
  return (
    <li className="relative flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-2xl border border-line bg-surface p-4 hover:border-edge sm:p-5">
      <div className="min-w-0">
        <h2 className="font-semibold">
          <Link
            to="/orders/$id"
            params={{ id: String(order.id) }}
            className="after:absolute after:inset-0 hover:underline"
          >
            {t("orders.number", { id: order.id })}
          </Link>
        </h2>
        <p className="text-sm text-faint">{moment(order.createdAt)}</p>
        <p className="truncate text-sm">
          {order.items.map((item) => `${item.title} × ${item.quantity}`).join(", ")}
        </p>
      </div>
      <div className="flex items-center gap-4">
        <span className="font-semibold">{money(order.totalAmount)}</span>
        <StatusBadge status={order.status} />
      </div>
    </li>
  );
}
