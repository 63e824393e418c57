import { useFormats } from "@sagashop/shared/i18n";
import { StatusBadge } from "@sagashop/shared/ui";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { columnsOf } from "../table/columns";
import { DataTable, type Selection } from "../table/DataTable";
import { nameOf, type OrderRow } from "./orderList";
import { ORDER_SORTS, type OrderSearch } from "./search";

const column = columnsOf<OrderRow>();
const rowId = ({ order }: OrderRow) => String(order.id);

interface Props {
  rows: OrderRow[];
  search?: OrderSearch;
  selection?: Selection;
  onEnd?: () => void;
}

export function OrderTable({ rows, search, selection, onEnd }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const all = useOrderColumns();
  // Beside other cards there is no room for when; the newest are the newest anyway.
  const columns = useMemo(
    () => (search ? all : all.filter(({ id }) => id !== "placed")),
    [all, search],
  );
  return (
    <DataTable
      name={t("orders.title")}
      columns={columns}
      rows={rows}
      rowId={rowId}
      selection={selection}
      onEnd={onEnd}
      sort={search?.sort ?? "-createdAt"}
      onSort={
        search &&
        ((sort) =>
          void navigate({
            to: "/orders",
            search: { ...search, sort: ORDER_SORTS.find((each) => each === sort) },
            replace: true,
          }))
      }
      onOpen={({ order }) =>
        void navigate({ to: "/orders/$orderId", params: { orderId: order.id } })
      }
    />
  );
}

function useOrderColumns() {
  const { t } = useTranslation();
  const { money, moment } = useFormats();
  return useMemo(
    () =>
      column.columns([
        column.accessor(({ order }) => order.id, {
          id: "number",
          header: () => t("orders.columns.number"),
          cell: ({ getValue }) => (
            <Link
              to="/orders/$orderId"
              params={{ orderId: getValue() }}
              tabIndex={-1}
              className="font-medium whitespace-nowrap text-ink no-underline hover:underline"
            >
              {t("orders.number", { id: getValue() })}
            </Link>
          ),
        }),
        column.accessor("customer", {
          header: () => t("orders.columns.customer"),
          cell: ({ row: { original } }) => <Customer row={original} />,
          meta: { from: "md", width: "w-full max-w-0" },
        }),
        column.accessor(({ order }) => order.status, {
          id: "status",
          header: () => t("orders.columns.status"),
          cell: ({ getValue }) => <StatusBadge status={getValue()} />,
        }),
        column.accessor(({ order }) => order.totalAmount, {
          id: "total",
          header: () => t("orders.columns.total"),
          cell: ({ getValue }) => money(getValue()),
          meta: { sort: "total", numeric: true, from: "sm" },
        }),
        column.accessor(({ order }) => order.createdAt, {
          id: "placed",
          header: () => t("orders.columns.placed"),
          cell: ({ getValue }) => (
            <span className="whitespace-nowrap text-faint">{moment(getValue())}</span>
          ),
          meta: { sort: "createdAt", numeric: true, from: "lg" },
        }),
      ]),
    [t, money, moment],
  );
}

function Customer({ row: { order, customer } }: { row: OrderRow }) {
  const { t } = useTranslation();
  if (!customer) {
    return <span className="text-faint">{t("orders.user", { id: order.userId })}</span>;
  }
  const name = nameOf(customer);
  return (
    <span className="block min-w-0">
      <span className="block truncate">{name}</span>
      {name !== customer.email && (
        <span className="block truncate text-sm text-faint">{customer.email}</span>
      )}
    </span>
  );
}
