import { Button, EmptyState, ErrorState, Loading, Skeleton } from "@sagashop/shared/ui";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { useTitle } from "../app/useTitle";
import { CategoryMenu } from "./CategoryMenu";
import { Filters } from "./Filters";
import { ProductCard } from "./ProductCard";
import { availabilityOf, categoryTree, type Product, pathTo, productPages } from "./queries";
import type { CatalogueSearch } from "./search";

const route = getRouteApi("/");

/** As many as a wide window shows without scrolling. */
const FIRST_ROW = 4;
const FIRST_SIGHT = 2 * FIRST_ROW;

/** How many products one question about stock may name. */
const MOST_ASKED = 100;

export function CataloguePage() {
  const search = route.useSearch();
  return (
    <div className="flex flex-col gap-8">
      <Heading search={search} />
      <CategoryMenu chosen={search.category} />
      <Filters search={search} />
      <Products search={search} />
    </div>
  );
}

function Heading({ search }: { search: CatalogueSearch }) {
  const { t } = useTranslation(["app", "common"]);
  const { data: categories = [] } = useQuery(categoryTree);
  const category = pathTo(search.category, categories).at(-1);
  const title = search.q
    ? t("catalogue.resultsFor", { q: search.q })
    : (category?.name ?? t("catalogue.title"));
  useTitle(title);
  return (
    <header className="flex flex-col gap-2">
      <h1 className="text-3xl font-bold tracking-tight text-balance sm:text-5xl">{title}</h1>
      {!search.q && !search.category && (
        <p className="max-w-prose text-lg text-faint">{t("catalogue.promise")}</p>
      )}
    </header>
  );
}

function Products({ search }: { search: CatalogueSearch }) {
  const { t } = useTranslation(["app", "common"]);
  const pages = useInfiniteQuery(productPages(search));
  if (pages.isPending) {
    return <Waiting />;
  }
  if (pages.isError && !pages.data) {
    return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  }
  const products = pages.data.pages.flatMap((page) => page.items);
  if (products.length === 0) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t("catalogue.emptyTitle")}
        action={
          <Link to="/" search={{}} className="underline">
            {t("catalogue.clear")}
          </Link>
        }
      >
        {t("catalogue.emptyText")}
      </EmptyState>
    );
  }
  return (
    <>
      <Grid products={products} />
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

const GRID = "grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 md:grid-cols-3 lg:grid-cols-4";

function Grid({ products }: { products: Product[] }) {
  const { t } = useTranslation(["app", "common"]);
  const ids = products.slice(-MOST_ASKED).map((product) => product.id);
  // Without an answer the products are shown all the same.
  const { data: availability } = useQuery({
    ...availabilityOf(ids),
    placeholderData: (before) => before,
  });
  // What is further down comes in slices, so that a slow phone reacts to a touch meanwhile.
  const shown = useDeferredValue(products, products.slice(0, FIRST_SIGHT));
  return (
    <section aria-label={t("catalogue.products")}>
      <h2 className="sr-only">{t("catalogue.products")}</h2>
      <ul className={GRID}>
        {shown.map((product, index) => (
          <li key={product.id}>
            <ProductCard
              product={product}
              availability={availability?.get(product.id)}
              eager={index < FIRST_ROW}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting() {
  return (
    <Loading>
      <div className={GRID}>
        {Array.from({ length: 8 }, (_, index) => `place-${index}`).map((key) => (
          <div key={key} className="flex flex-col gap-3">
            <Skeleton className="aspect-square rounded-xl" />
            <Skeleton className="h-5 w-3/4" />
            <Skeleton className="h-7 w-1/3" />
            <Skeleton className="h-6 w-1/2" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
