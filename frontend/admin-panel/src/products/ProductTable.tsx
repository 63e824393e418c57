import { useFormats } from "@sagashop/shared/i18n";
import { Badge } from "@sagashop/shared/ui";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { ImageOff } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { columnsOf } from "../table/columns";
import { DataTable } from "../table/DataTable";
import { type ProductRow, thumbnailOf } from "./productList";
import { PRODUCT_SORTS } from "./search";

const route = getRouteApi("/products");
const column = columnsOf<ProductRow>();
const rowId = ({ product }: ProductRow) => String(product.id);
const TONES = { ACTIVE: "good", INACTIVE: "warn", DELETED: "bad" } as const;

export function ProductTable({ rows }: { rows: ProductRow[] }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <DataTable
      name={t("products.title")}
      columns={useProductColumns()}
      rows={rows}
      rowId={rowId}
      sort={search.sort}
      onSort={(sort) =>
        void navigate({
          to: "/products",
          search: { ...search, sort: PRODUCT_SORTS.find((each) => each === sort) },
          replace: true,
        })
      }
      onOpen={({ product }) =>
        void navigate({ to: "/products/$productId", params: { productId: product.id } })
      }
    />
  );
}

function useProductColumns() {
  const { t } = useTranslation();
  const { money, number } = useFormats();
  return useMemo(
    () =>
      column.columns([
        column.accessor("product", {
          header: () => t("products.name"),
          cell: ({ getValue }) => <Name product={getValue()} />,
          meta: { sort: "name" },
        }),
        column.accessor(({ product }) => product.categoryName, {
          id: "category",
          header: () => t("products.category"),
          cell: ({ getValue }) => (
            <span className="text-faint">{getValue() ?? t("products.uncategorized")}</span>
          ),
          meta: { from: "lg" },
        }),
        column.accessor(({ product }) => product.status, {
          id: "status",
          header: () => t("products.status"),
          cell: ({ getValue }) => (
            <Badge tone={TONES[getValue()]}>{t(`products.statuses.${getValue()}`)}</Badge>
          ),
          meta: { from: "md" },
        }),
        column.accessor("available", {
          header: () => t("products.available"),
          cell: ({ getValue }) => {
            const units = getValue();
            return units === null ? t("products.notCounted") : number(units);
          },
          meta: { numeric: true, from: "sm" },
        }),
        column.accessor(({ product }) => product.price, {
          id: "price",
          header: () => t("products.price"),
          cell: ({ getValue }) => money(getValue()),
          meta: { sort: "price", numeric: true },
        }),
      ]),
    [t, money, number],
  );
}

function Name({ product }: { product: ProductRow["product"] }) {
  const thumbnail = thumbnailOf(product);
  return (
    <span className="flex min-w-0 items-center gap-3">
      <span className="flex size-10 shrink-0 items-center justify-center overflow-hidden rounded-lg bg-sunken text-faint">
        {thumbnail ? (
          <img
            src={thumbnail}
            alt=""
            width={40}
            height={40}
            loading="lazy"
            className="size-10 object-cover"
          />
        ) : (
          <ImageOff aria-hidden className="size-4" />
        )}
      </span>
      <span className="min-w-0">
        <Link
          to="/products/$productId"
          params={{ productId: product.id }}
          tabIndex={-1}
          className="line-clamp-2 font-medium text-ink no-underline hover:underline"
        >
          {product.name}
        </Link>
        <span className="block text-sm text-faint">{product.sku}</span>
      </span>
    </span>
  );
}
