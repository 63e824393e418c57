import { useFormats } from "@sagashop/shared/i18n";
import { Badge, SelectField } from "@sagashop/shared/ui";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Boxes } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../live/streams";
import { LiveMark } from "../pages/LiveMark";
import { Page } from "../pages/Page";
import { columnsOf } from "../table/columns";
import { DataTable } from "../table/DataTable";
import { FilterText } from "../table/FilterText";
import { List } from "../table/List";
import { useCursorPages } from "../table/useCursorPages";
import { AVAILABILITIES, STOCK_SORTS } from "./search";
import { loadStock, type StockRow } from "./stockList";

const route = getRouteApi("/stock");
const column = columnsOf<StockRow>();
const rowId = ({ item }: StockRow) => String(item.productId);
const PAGE = 50;
const EVERY = 15_000;
const TONES = { in: "good", low: "warn", out: "bad" } as const;

export function StockPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/stock" });
  const columns = useStockColumns();
  const live = useLive("stock");
  const pages = useCursorPages({
    key: ["stock", "list", search],
    load: (cursor, signal) => loadStock(search, { cursor, size: PAGE }, signal),
    every: live ? false : EVERY,
  });
  return (
    <Page title={t("stock.title")} aside={<LiveMark live={live} />} text={t("stock.text")}>
      <Filters />
      <List
        pages={pages}
        empty={{
          icon: <Boxes aria-hidden />,
          title: t("stock.emptyTitle"),
          text: t("stock.emptyText"),
        }}
      >
        {(rows) => (
          <DataTable
            name={t("stock.title")}
            columns={columns}
            rows={rows}
            rowId={rowId}
            sort={search.sort}
            onSort={(sort) =>
              void navigate({
                to: "/stock",
                search: { ...search, sort: STOCK_SORTS.find((each) => each === sort) },
                replace: true,
              })
            }
            onOpen={({ item }) =>
              void navigate({ to: "/stock/$productId", params: { productId: item.productId } })
            }
          />
        )}
      </List>
    </Page>
  );
}

function useStockColumns() {
  const { t } = useTranslation();
  const { number } = useFormats();
  return useMemo(
    () =>
      column.columns([
        column.accessor("item", {
          header: () => t("stock.product"),
          cell: ({ getValue, row }) => (
            <span className="block min-w-0">
              <Link
                to="/stock/$productId"
                params={{ productId: getValue().productId }}
                tabIndex={-1}
                className="font-medium text-ink no-underline hover:underline"
              >
                {row.original.name ?? t("products.number", { id: getValue().productId })}
              </Link>
              <span className="block text-sm text-faint">{getValue().sku}</span>
            </span>
          ),
          meta: { sort: "productId" },
        }),
        column.accessor(({ item }) => item.availability, {
          id: "availability",
          header: () => t("stock.availability"),
          cell: ({ getValue }) => (
            <Badge tone={TONES[getValue()]}>{t(`stock.availabilities.${getValue()}`)}</Badge>
          ),
          meta: { from: "md" },
        }),
        ...(["onHand", "reserved", "available"] as const).map((name) =>
          column.accessor(({ item }) => item[name], {
            id: name,
            header: () => t(`stock.${name}`),
            cell: ({ getValue }) => number(getValue()),
            meta: {
              numeric: true,
              sort: name === "reserved" ? undefined : name,
              from: name === "available" ? undefined : "sm",
            },
          }),
        ),
      ]),
    [t, number],
  );
}

function Filters() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/stock" });
  const change = (part: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <search aria-label={t("filters.label")} className="mb-4 grid gap-3 sm:grid-cols-[2fr_1fr]">
      <FilterText
        label={t("stock.filters.text")}
        value={search.q}
        onChange={(q) => change({ q })}
      />
      <SelectField
        label={t("stock.availability")}
        value={search.availability ?? ""}
        onChange={({ target }) =>
          change({ availability: AVAILABILITIES.find((each) => each === target.value) })
        }
      >
        <option value="">{t("filters.all")}</option>
        {AVAILABILITIES.map((each) => (
          <option key={each} value={each}>
            {t(`stock.availabilities.${each}`)}
          </option>
        ))}
      </SelectField>
    </search>
  );
}
