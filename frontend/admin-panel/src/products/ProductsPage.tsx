import { buttonClass, SelectField } from "@sagashop/shared/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Package, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Page } from "../pages/Page";
import { useIsAdmin } from "../session/rights";
import { FilterText } from "../table/FilterText";
import { List } from "../table/List";
import { useCursorPages } from "../table/useCursorPages";
import { ProductTable } from "./ProductTable";
import { loadProducts } from "./productList";
import { PRODUCT_STATUSES } from "./search";
import { categoriesQuery } from "./useCategories";

const route = getRouteApi("/products");
const PAGE = 50;

export function ProductsPage() {
  const { t } = useTranslation();
  const isAdmin = useIsAdmin();
  const { q, category, status, sort } = route.useSearch();
  const filter = { q, categoryId: category, status, sort };
  const pages = useCursorPages({
    key: ["products", "list", filter],
    load: (cursor, signal) => loadProducts(filter, { cursor, size: PAGE }, signal),
  });
  const create = isAdmin && (
    <Link to="/products/new" className={buttonClass("primary")}>
      <Plus aria-hidden className="size-4" />
      {t("products.new")}
    </Link>
  );
  return (
    <Page title={t("products.title")} text={t("products.text")} actions={create}>
      <Filters />
      <List
        pages={pages}
        empty={{
          icon: <Package aria-hidden />,
          title: t("products.emptyTitle"),
          text: t("products.emptyText"),
          action: (
            <Link to="/products" search={{}} className={buttonClass("secondary")}>
              {t("products.emptyAction")}
            </Link>
          ),
        }}
      >
        {(rows) => <ProductTable rows={rows} />}
      </List>
    </Page>
  );
}

function Filters() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/products" });
  const categories = useQuery(categoriesQuery);
  const change = (part: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <search aria-label={t("filters.label")} className="mb-4 grid gap-3 sm:grid-cols-[2fr_1fr_1fr]">
      <FilterText
        label={t("products.filters.text")}
        value={search.q}
        onChange={(q) => change({ q })}
      />
      <SelectField
        label={t("products.category")}
        value={search.category ?? ""}
        onChange={({ target }) => change({ category: Number(target.value) || undefined })}
      >
        <option value="">{t("filters.all")}</option>
        {categories.data?.map(({ id, path }) => (
          <option key={id} value={id}>
            {path}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("products.status")}
        value={search.status ?? ""}
        onChange={({ target }) =>
          change({ status: PRODUCT_STATUSES.find((each) => each === target.value) })
        }
      >
        <option value="">{t("filters.all")}</option>
        {PRODUCT_STATUSES.map((status) => (
          <option key={status} value={status}>
            {t(`products.statuses.${status}`)}
          </option>
        ))}
      </SelectField>
    </search>
  );
}
