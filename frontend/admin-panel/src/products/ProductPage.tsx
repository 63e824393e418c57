import { catalogue, ok, problemFrom, stock } from "@sagashop/shared/api";
import { Badge, ErrorState, Loading, Skeleton } from "@sagashop/shared/ui";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Product, StockItem } from "../api/types";
import { Page } from "../pages/Page";
import { useIsAdmin } from "../session/rights";
import { DeleteButton } from "./DeleteButton";
import { ImagesCard } from "./ImagesCard";
import { ProductEditor } from "./ProductEditor";

const route = getRouteApi("/products/$productId");

function productQuery(id: number) {
  return queryOptions({
    queryKey: ["products", "one", id],
    queryFn: ({ signal }) =>
      ok(catalogue.GET("/products/{id}", { params: { path: { id } }, signal })),
  });
}

/** Null for a product that was never counted. */
function stockQuery(productId: number) {
  return queryOptions({
    queryKey: ["stock", "one", productId],
    queryFn: async ({ signal }): Promise<StockItem | null> => {
      try {
        return await ok(
          stock.GET("/inventory/stock/{productId}", { params: { path: { productId } }, signal }),
        );
      } catch (error) {
        if (problemFrom(error).status === 404) {
          return null;
        }
        throw error;
      }
    },
  });
}

export function ProductPage() {
  const { t } = useTranslation();
  const { productId } = route.useParams();
  const product = useQuery(productQuery(productId));
  const counted = useQuery(stockQuery(productId));
  const error = product.error ?? counted.error;
  const again = () => void Promise.all([product.refetch(), counted.refetch()]);
  return (
    <>
      <Link
        to="/products"
        className="mb-3 inline-flex min-h-6 items-center gap-1 text-sm text-faint no-underline hover:text-ink"
      >
        <ChevronLeft aria-hidden className="size-4" />
        {t("products.title")}
      </Link>
      {product.data && counted.data !== undefined ? (
        <TheProduct product={product.data} counted={counted.data} />
      ) : (
        <Page title={t("products.number", { id: productId })}>
          {error ? (
            <ErrorState error={error} onRetry={again} />
          ) : (
            <Loading>
              <Skeleton className="h-96 max-w-3xl" />
            </Loading>
          )}
        </Page>
      )}
    </>
  );
}

function TheProduct({ product, counted }: { product: Product; counted: StockItem | null }) {
  const { t } = useTranslation();
  const isAdmin = useIsAdmin();
  return (
    <Page
      title={product.name}
      aside={<Badge>{product.sku}</Badge>}
      text={isAdmin ? undefined : t("products.readOnly")}
      actions={isAdmin && <DeleteButton product={product} />}
    >
      <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ProductEditor key={product.id} product={product} counted={counted} readOnly={!isAdmin} />
        <ImagesCard product={product} readOnly={!isAdmin} />
      </div>
    </Page>
  );
}
