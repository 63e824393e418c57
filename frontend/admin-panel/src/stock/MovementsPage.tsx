import { catalogue, ok, stock } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { Button, Card, ErrorState, Skeleton } from "@sagashop/shared/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ChevronLeft, History, Scale } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StockItem } from "../api/types";
import { useLive } from "../live/streams";
import { CardTitle } from "../pages/CardTitle";
import { LiveMark } from "../pages/LiveMark";
import { Page } from "../pages/Page";
import { useIsAdmin } from "../session/rights";
import { List } from "../table/List";
import { useCursorPages } from "../table/useCursorPages";
import { AdjustDialog } from "./AdjustDialog";
import { MovementTable } from "./MovementTable";

const route = getRouteApi("/stock/$productId");
const PAGE = 50;
const EVERY = 15_000;

/** The stock of one product, and all that ever moved it. */
export function MovementsPage() {
  const { t } = useTranslation();
  const { productId } = route.useParams();
  const isAdmin = useIsAdmin();
  const live = useLive("stock");
  const every = live ? false : EVERY;
  const [adjusting, setAdjusting] = useState(false);
  const product = useQuery({
    queryKey: ["products", "one", productId],
    queryFn: ({ signal }) =>
      ok(catalogue.GET("/products/{id}", { params: { path: { id: productId } }, signal })),
  });
  const item = useQuery({
    queryKey: ["stock", "now", productId],
    queryFn: ({ signal }) =>
      ok(stock.GET("/inventory/stock/{productId}", { params: { path: { productId } }, signal })),
    refetchInterval: every,
  });
  const pages = useCursorPages({
    key: ["stock", "movements", productId],
    load: (cursor, signal) =>
      ok(
        stock.GET("/inventory/movements", {
          params: { query: { productId, size: PAGE, cursor } },
          signal,
        }),
      ),
    every,
  });
  return (
    <>
      <Link
        to="/stock"
        className="mb-3 inline-flex min-h-6 items-center gap-1 text-sm text-faint no-underline hover:text-ink"
      >
        <ChevronLeft aria-hidden className="size-4" />
        {t("stock.title")}
      </Link>
      <Page
        title={product.data?.name ?? t("products.number", { id: productId })}
        aside={<LiveMark live={live} />}
        text={item.data?.sku}
        actions={
          isAdmin &&
          item.data && (
            <Button onClick={() => setAdjusting(true)}>
              <Scale aria-hidden className="size-4" />
              {t("stock.adjust")}
            </Button>
          )
        }
      >
        <Card className="mb-6">
          {item.error ? (
            <ErrorState error={item.error} onRetry={() => void item.refetch()} />
          ) : (
            <Levels item={item.data} />
          )}
        </Card>
        <CardTitle>{t("stock.movements")}</CardTitle>
        <List
          pages={pages}
          empty={{ icon: <History aria-hidden />, title: t("stock.noMovements") }}
        >
          {(rows) => <MovementTable rows={rows} />}
        </List>
      </Page>
      {adjusting && item.data && (
        <AdjustDialog item={item.data} onClose={() => setAdjusting(false)} />
      )}
    </>
  );
}

function Levels({ item }: { item: StockItem | undefined }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  return (
    <dl className="grid grid-cols-3 gap-4">
      {(["onHand", "reserved", "available"] as const).map((name) => (
        <div key={name}>
          <dt className="text-sm text-faint">{t(`stock.${name}`)}</dt>
          <dd className="text-2xl font-semibold tracking-tight">
            {item ? number(item[name]) : <Skeleton className="h-8 w-16" />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
