import { useFormats } from "@sagashop/shared/i18n";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Movement } from "../api/types";
import { columnsOf } from "../table/columns";
import { DataTable } from "../table/DataTable";

const column = columnsOf<Movement>();
const rowId = ({ id }: Movement) => String(id);

export function MovementTable({ rows }: { rows: Movement[] }) {
  const { t } = useTranslation();
  return <DataTable name={t("stock.movements")} columns={useColumns()} rows={rows} rowId={rowId} />;
}

function useColumns() {
  const { t } = useTranslation();
  const { moment, number } = useFormats();
  return useMemo(() => {
    return column.columns([
      column.accessor("movedAt", {
        header: () => t("stock.when"),
        cell: ({ getValue }) => (
          <span className="whitespace-nowrap text-faint">{moment(getValue())}</span>
        ),
      }),
      column.accessor("kind", {
        header: () => t("stock.what"),
        cell: ({ getValue }) => t(`stock.kinds.${getValue()}`),
      }),
      column.accessor("delta", {
        header: () => t("stock.delta"),
        cell: ({ getValue }) => (
          <span className={getValue() < 0 ? "font-medium text-bad" : "font-medium text-good"}>
            {number(getValue(), { signDisplay: "exceptZero" })}
          </span>
        ),
        meta: { numeric: true },
      }),
      column.accessor("orderId", {
        header: () => t("stock.order"),
        cell: ({ getValue }) => {
          const orderId = getValue();
          return orderId ? (
            <Link to="/orders/$orderId" params={{ orderId }} className="text-accent">
              {t("orders.number", { id: orderId })}
            </Link>
          ) : null;
        },
        meta: { from: "sm" },
      }),
      column.accessor("reason", {
        header: () => t("stock.why"),
        cell: ({ getValue, row }) => getValue() ?? row.original.actor,
        meta: { from: "md" },
      }),
    ]);
  }, [t, moment, number]);
}
