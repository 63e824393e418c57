import { sum } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { Skeleton } from "@sagashop/shared/ui";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSagaNews } from "../live/sagaNews";
import { useLowStock, useSummary } from "./queries";

/** The numbers that are looked at first. Each leads to what it counts. */
export function Figures() {
  const { t } = useTranslation();
  const { money, number } = useFormats();
  const summary = useSummary();
  const low = useLowStock();
  const { total: sagas } = useSagaNews();
  const { data } = summary;
  const placed = data && sum(Object.values(data.byStatus));
  return (
    <ul className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-4">
      <Figure
        to="/orders"
        name={t("dashboard.net")}
        value={data && money(data.net, data.currency)}
        missing={summary.isError}
        note={data && t("dashboard.refunded", { amount: money(data.refunded, data.currency) })}
      />
      <Figure
        to="/orders"
        name={t("dashboard.orders")}
        value={placed !== undefined ? number(placed) : undefined}
        missing={summary.isError}
        note={t("dashboard.days")}
      />
      <Figure
        to="/sagas"
        name={t("dashboard.sagas")}
        value={number(sagas)}
        alarm={sagas > 0}
        note={t(sagas > 0 ? "dashboard.sagasWait" : "dashboard.sagasNone")}
      />
      <Figure
        to="/stock"
        name={t("dashboard.low")}
        value={low.data && number(low.data.rows.length) + (low.data.hasMore ? "+" : "")}
        missing={low.isError}
        note={t("dashboard.lowNote")}
      />
    </ul>
  );
}

interface FigureProps {
  to: "/orders" | "/sagas" | "/stock";
  name: string;
  value: string | undefined;
  note: ReactNode;
  missing?: boolean;
  alarm?: boolean;
}

function Figure({ to, name, value, note, missing, alarm }: FigureProps) {
  const { t } = useTranslation();
  return (
    <li>
      <Link
        to={to}
        className="flex h-full flex-col rounded-2xl border border-line bg-surface p-4 text-ink no-underline transition-colors hover:border-edge sm:p-5"
      >
        <span className="text-sm text-faint">{name}</span>
        <span
          className={
            alarm
              ? "mt-1 text-2xl font-semibold tracking-tight text-bad sm:text-3xl"
              : "mt-1 text-2xl font-semibold tracking-tight sm:text-3xl"
          }
        >
          {value ?? (missing ? t("dashboard.unknown") : <Skeleton className="h-9 w-24" />)}
        </span>
        <span className="mt-1 min-h-5 text-sm text-faint">{note}</span>
      </Link>
    </li>
  );
}
