import clsx from "clsx";
import type { ReactNode } from "react";

export interface Share {
  key: string;
  name: ReactNode;
  count: number;
  /** A class of the bar's colour. */
  bar: string;
}

/** How a number is made up: a bar and a figure for each part. */
export function Shares({
  label,
  shares,
  format,
}: {
  label: string;
  shares: Share[];
  format: (count: number) => string;
}) {
  const most = Math.max(1, ...shares.map(({ count }) => count));
  return (
    <ul aria-label={label} className="flex flex-col gap-3">
      {shares.map(({ key, name, count, bar }) => (
        <li key={key}>
          <div className="mb-1 flex justify-between gap-4 text-sm">
            <span>{name}</span>
            <span className="font-medium">{format(count)}</span>
          </div>
          <div aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
            <div
              className={clsx("h-full rounded-full", bar)}
              style={{ width: `${(100 * count) / most}%` }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
