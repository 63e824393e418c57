import { ok, problemFrom, stock } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { Button, toast } from "@sagashop/shared/ui";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Download, Undo2 } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { saveFile, withQuery } from "../api/raw";
import type { Release } from "../api/types";
import { useLive } from "../live/streams";
import { LiveMark } from "../pages/LiveMark";
import { Page } from "../pages/Page";
import { columnsOf } from "../table/columns";
import { DataTable } from "../table/DataTable";
import { List } from "../table/List";
import { useCursorPages } from "../table/useCursorPages";
import { Filters } from "./Filters";
import { releaseFilter } from "./releaseFilter";
import { Summary } from "./Summary";
import { isReason } from "./search";

const route = getRouteApi("/releases");
const column = columnsOf<Release>();
const rowId = ({ releaseId }: Release) => releaseId;
const PAGE = 50;
const EVERY = 30_000;
const LONGEST_EXPORT = 10_000;

/** Why reserved stock went back on the shelf. */
export function ReleasesPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const filter = releaseFilter(search);
  const columns = useReleaseColumns();
  const live = useLive("stock");
  const pages = useCursorPages({
    key: ["releases", "list", filter],
    load: (cursor, signal) =>
      ok(
        stock.GET("/inventory/releases/cursor", {
          params: { query: { ...filter, size: PAGE, cursor } },
          signal,
        }),
      ),
    every: live ? false : EVERY,
  });
  return (
    <Page
      title={t("releases.title")}
      aside={<LiveMark live={live} />}
      text={t("releases.text")}
      actions={<SaveButton filter={filter} />}
    >
      <Filters search={search} />
      <Summary search={search} />
      <List
        pages={pages}
        empty={{
          icon: <Undo2 aria-hidden />,
          title: t("releases.emptyTitle"),
          text: t("releases.emptyText"),
        }}
      >
        {(rows) => (
          <DataTable name={t("releases.title")} columns={columns} rows={rows} rowId={rowId} />
        )}
      </List>
    </Page>
  );
}

function useReleaseColumns() {
  const { t } = useTranslation();
  const { moment } = useFormats();
  return useMemo(
    () =>
      column.columns([
        column.accessor("orderId", {
          header: () => t("releases.order"),
          cell: ({ getValue }) => (
            <Link
              to="/orders/$orderId"
              params={{ orderId: getValue() }}
              className="font-medium whitespace-nowrap text-accent"
            >
              {t("orders.number", { id: getValue() })}
            </Link>
          ),
        }),
        column.accessor("reason", {
          header: () => t("releases.reason"),
          cell: ({ getValue }) => {
            const reason = getValue();
            return isReason(reason) ? t(`releases.reasons.${reason}`) : reason;
          },
        }),
        column.accessor("createdAt", {
          header: () => t("releases.at"),
          cell: ({ getValue }) => (
            <span className="whitespace-nowrap text-faint">{moment(getValue())}</span>
          ),
          meta: { from: "sm" },
        }),
        column.accessor("releaseId", {
          header: () => t("releases.id"),
          cell: ({ getValue }) => <code className="font-mono text-xs">{getValue()}</code>,
          meta: { from: "2xl" },
        }),
        column.accessor("reservationId", {
          header: () => t("releases.reservation"),
          cell: ({ getValue }) => <code className="font-mono text-xs">{getValue()}</code>,
          meta: { from: "2xl" },
        }),
      ]),
    [t, moment],
  );
}

function SaveButton({ filter }: { filter: ReturnType<typeof releaseFilter> }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await saveFile(
        withQuery("/api/inventory/releases/export", { ...filter, limit: LONGEST_EXPORT }),
        "releases.csv",
      );
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
