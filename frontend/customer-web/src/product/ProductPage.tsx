import { useFormats } from "@sagashop/shared/i18n";
import { useAccount } from "@sagashop/shared/session";
import { ErrorState, Loading, Skeleton } from "@sagashop/shared/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { NotFound } from "../app/NotFound";
import { useTitle } from "../app/useTitle";
import {
  availabilityOf,
  type Product,
  productById,
  productIdOf,
  unitsOf,
} from "../catalogue/queries";
import { Stock } from "../catalogue/Stock";
import { AddToCart } from "./AddToCart";
import { Gallery } from "./Gallery";
import { productData, useStructuredData } from "./structured";

const route = getRouteApi("/products/$id");

export function ProductPage() {
  const id = productIdOf(route.useParams().id);
  const product = useQuery({ ...productById(id ?? 0), enabled: id !== null });
  if (
    id === null ||
    (product.isError && "code" in product.error && product.error.code === "PRODUCT_NOT_FOUND")
  ) {
    return <NotFound />;
  }
  if (product.isPending) {
    return <Waiting />;
  }
  if (product.isError) {
    return <ErrorState error={product.error} onRetry={() => void product.refetch()} />;
  }
  return <Details key={id} product={product.data} />;
}

function Details({ product }: { product: Product }) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const account = useAccount();
  const { data: availabilities } = useQuery(availabilityOf([product.id]));
  const { data: units } = useQuery(unitsOf([product.id], account !== null));
  const sold = product.status === "ACTIVE";
  const availability = sold ? availabilities?.get(product.id) : "out";
  const canonical = new URL(`/products/${product.id}`, window.location.origin).href;
  useTitle(product.name);
  useStructuredData(
    productData(product, availability, canonical),
    canonical,
    product.description ?? undefined,
  );
  return (
    <div className="grid gap-8 md:grid-cols-2 md:gap-12">
      <Gallery product={product} />
      <div className="flex flex-col gap-5">
        <nav aria-label={t("product.path")} className="text-sm text-faint">
          <Link to="/" className="hover:underline">
            {t("catalogue.title")}
          </Link>
          {product.categoryId && product.categoryName && (
            <>
              {" / "}
              <Link to="/" search={{ category: product.categoryId }} className="hover:underline">
                {product.categoryName}
              </Link>
            </>
          )}
        </nav>
        <h1 className="text-3xl font-bold tracking-tight text-balance sm:text-4xl">
          {product.name}
        </h1>
        <p className="text-2xl font-semibold">{money(product.price)}</p>
        <Stock availability={availability} units={units?.get(product.id)} />
        {sold ? (
          <AddToCart
            product={product}
            available={availability === "out" ? 0 : units?.get(product.id)}
          />
        ) : (
          <p className="rounded-xl bg-sunken p-4">{t("product.notSold")}</p>
        )}
        {product.description && (
          <p className="max-w-prose leading-relaxed whitespace-pre-line">{product.description}</p>
        )}
        <p className="text-sm text-faint">{t("product.sku", { sku: product.sku })}</p>
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <Loading>
      <div className="grid gap-8 md:grid-cols-2 md:gap-12">
        <Skeleton className="aspect-square rounded-xl" />
        <div className="flex flex-col gap-5">
          <Skeleton className="h-5 w-1/2" />
          <Skeleton className="h-10 w-3/4" />
          <Skeleton className="h-8 w-1/3" />
          <Skeleton className="h-12 w-full" />
        </div>
      </div>
    </Loading>
  );
}
