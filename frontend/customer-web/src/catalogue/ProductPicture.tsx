import clsx from "clsx";
import type { Product } from "./queries";

interface Props {
  productId: number;
  name: string;
  url: string | null;
  /** Seen at once, so it is loaded first. */
  eager?: boolean;
  alt?: string;
  className?: string;
}

/** A square that has its size before its picture; without a picture a drawing of its own. */
export function ProductPicture({ productId, name, url, eager, alt, className }: Props) {
  return (
    <div className={clsx("aspect-square overflow-hidden rounded-xl bg-sunken", className)}>
      {url ? (
        <img
          src={url}
          alt={alt ?? name}
          width={600}
          height={600}
          loading={eager ? "eager" : "lazy"}
          fetchPriority={eager ? "high" : "auto"}
          decoding="async"
          className="size-full object-cover"
        />
      ) : (
        <Drawing productId={productId} name={name} />
      )}
    </div>
  );
}

/** The smallest thumbnail that is wide enough for a card. */
export function cardImage(product: Product): string | null {
  const image = product.images[0];
  const wide = Object.entries(image?.thumbnails ?? {})
    .map(([width, url]) => [Number.parseInt(width, 10), url] as const)
    .sort(([a], [b]) => a - b)
    .find(([width]) => width >= 300);
  return wide?.[1] ?? image?.url ?? product.imageUrls[0] ?? null;
}

const HUES = [165, 85, 255, 25, 305, 205];

function Drawing({ productId, name }: { productId: number; name: string }) {
  const hue = HUES[productId % HUES.length];
  const turn = (productId * 47) % 360;
  return (
    <svg aria-hidden="true" viewBox="0 0 200 200" className="size-full">
      <rect width="200" height="200" fill={`oklch(88% 0.055 ${hue})`} />
      <g transform={`rotate(${turn} 100 100)`}>
        <circle cx="60" cy="150" r="95" fill={`oklch(82% 0.075 ${hue})`} />
        <circle cx="165" cy="45" r="60" fill={`oklch(76% 0.09 ${hue})`} />
      </g>
      <text
        x="100"
        y="128"
        textAnchor="middle"
        fontSize="80"
        fontWeight="700"
        fill={`oklch(36% 0.08 ${hue})`}
      >
        {name.slice(0, 1).toUpperCase()}
      </text>
    </svg>
  );
}
