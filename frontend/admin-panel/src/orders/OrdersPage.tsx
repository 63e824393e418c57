import { problemFrom } from "@sagashop/shared/api";
import { Button, buttonClass, EmptyState, ErrorState, toast } from "@sagashop/shared/ui";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { RowSelectionState } from "@tanstack/react-table";
import { Download, ReceiptText, UserSearch } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saveOrders } from "../api/staff";
import type { User } from "../api/types";
import { useLive, usePolling } from "../live/streams";
import { LiveMark } from "../pages/LiveMark";
import { Page } from "../pages/Page";
import { useIsAdmin } from "../session/rights";
import { List } from "../table/List";
import { TableSkeleton } from "../table/TableSkeleton";
import { useCursorPages } from "../table/useCursorPages";
import { BulkDialog } from "./BulkDialog";
import type { BulkAction } from "./bulk";
import { Filters } from "./Filters";
import { OrderTable } from "./OrderTable";
import { loadOrders, nameOf, orderFilter } from "./orderList";
import type { OrderSearch } from "./search";
import { useCustomerFilter } from "./useCustomerFilter";
import { ViewBar } from "./ViewBar";

const route = getRouteApi("/orders");
const PAGE = 100;
const EVERY = 15_000;

export function OrdersPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const live = useLive("orders");
  const customer = useCustomerFilter(search.customer);
  const filter = orderFilter(search, customer.kind === "one" ? customer.userId : undefined);
  const canList = customer.kind === "none" || customer.kind === "one";
  return (
    <Page
      title={t("orders.title")}
      aside={<LiveMark live={live} />}
      text={t("orders.text")}
      actions={canList && <SaveButton filter={filter} />}
    >
      <ViewBar search={search} />
      <Filters search={search} />
      {customer.kind === "looking" && <TableSkeleton />}
      {customer.kind === "failed" && <ErrorState error={customer.error} onRetry={customer.again} />}
      {customer.kind === "nobody" && (
        <div role="status">
          <EmptyState icon={<UserSearch aria-hidden />} title={t("orders.nobodyTitle")}>
            {t("orders.nobodyText")}
          </EmptyState>
        </div>
      )}
      {customer.kind === "several" && <WhichCustomer users={customer.users} search={search} />}
      {canList && <Orders search={search} filter={filter} key={JSON.stringify(filter)} />}
    </Page>
  );
}

function Orders({
  search,
  filter,
}: {
  search: OrderSearch;
  filter: ReturnType<typeof orderFilter>;
}) {
  const { t } = useTranslation();
  const [selected, setSelected] = useState<RowSelectionState>({});
  const pages = useCursorPages({
    key: ["orders", "list", filter],
    load: (cursor, signal) => loadOrders(filter, { cursor, size: PAGE }, signal),
    every: usePolling("orders", EVERY),
  });
  const ids = Object.keys(selected).map(Number);
  return (
    <>
      <BulkBar ids={ids} onOver={() => setSelected({})} />
      <List
        pages={pages}
        empty={{
          icon: <ReceiptText aria-hidden />,
          title: t("orders.emptyTitle"),
          text: t("orders.emptyText"),
          action: (
            <Link to="/orders" search={{}} className={buttonClass("secondary")}>
              {t("orders.emptyAction")}
            </Link>
          ),
        }}
      >
        {(rows) => (
          <OrderTable
            rows={rows}
            search={search}
            onEnd={pages.more.hasMore && !pages.more.busy ? pages.more.onMore : undefined}
            selection={{
              state: selected,
              onChange: setSelected,
              nameOf: (id) => t("orders.select", { id }),
            }}
          />
        )}
      </List>
    </>
  );
}

function BulkBar({ ids, onOver }: { ids: number[]; onOver: () => void }) {
  const { t } = useTranslation();
  const isAdmin = useIsAdmin();
  const [action, setAction] = useState<BulkAction | null>(null);
  if (ids.length === 0) {
    return null;
  }
  return (
    <div
      role="toolbar"
      aria-label={t("orders.bulk.label")}
      className="mb-3 flex flex-wrap items-center gap-2 rounded-xl bg-accent-soft px-4 py-2"
    >
      <p role="status" className="mr-auto font-medium text-accent">
        {t("orders.bulk.selected", { count: ids.length })}
      </p>
      {isAdmin && (
        <Button variant="secondary" small onClick={() => setAction("deliver")}>
          {t("orders.bulk.deliver")}
        </Button>
      )}
      <Button variant="danger" small onClick={() => setAction("cancel")}>
        {t("orders.bulk.cancel")}
      </Button>
      <Button variant="quiet" small onClick={onOver}>
        {t("orders.bulk.clear")}
      </Button>
      {action && <BulkDialog action={action} ids={ids} onClose={() => setAction(null)} />}
    </div>
  );
}

function WhichCustomer({ users, search }: { users: User[]; search: OrderSearch }) {
  const { t } = useTranslation();
  return (
    <section className="rounded-2xl border border-line bg-surface p-6">
      <h2 className="mb-3 text-lg font-semibold">{t("orders.whichCustomer")}</h2>
      <ul className="grid gap-1 sm:grid-cols-2">
        {users.map((user) => (
          <li key={user.id}>
            <Link
              to="/orders"
              search={{ ...search, customer: user.email }}
              className="block rounded-lg px-3 py-2 text-ink no-underline hover:bg-sunken"
            >
              <span className="block font-medium">{nameOf(user)}</span>
              <span className="block text-sm break-all text-faint">{user.email}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SaveButton({ filter }: { filter: ReturnType<typeof orderFilter> }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await saveOrders(filter);
    } catch (error) {
      toast(t("filters.saveFailed"), "bad", problemFrom(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="secondary" busy={busy} onClick={save}>
      <Download aria-hidden className="size-4" />
      {t("filters.save")}
    </Button>
  );
}
