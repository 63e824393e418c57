import { useFormats } from "@sagashop/shared/i18n";
import { Link } from "@tanstack/react-router";
import { cardImage, ProductPicture } from "./ProductPicture";
import type { Availability, Product } from "./queries";
import { Stock } from "./Stock";

export function ProductCard({
  product,
  availability,
  eager,
}: {
  product: Product;
  availability: Availability | undefined;
  eager: boolean;
}) {
  const { money } = useFormats();
  return (
    <article className="group relative flex flex-col gap-3">
      <ProductPicture
        productId={product.id}
        name={product.name}
        url={cardImage(product)}
        alt=""
        eager={eager}
        className="transition-transform duration-300 group-hover:-translate-y-1"
      />
      <div>
        <h3 className="leading-snug font-medium">
          <Link
            to="/products/$id"
            params={{ id: String(product.id) }}
            className="after:absolute after:inset-0 hover:underline"
          >
            {product.name}
          </Link>
        </h3>
        <p className="mt-1 text-lg font-semibold">{money(product.price)}</p>
        <Stock availability={availability} />
      </div>
    </article>
  );
}
