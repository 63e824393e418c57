import { Skeleton } from "@sagashop/shared/ui";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

const Plot = lazy(() => import("./Plot").then((m) => ({ default: m.Plot })));

export interface Point {
  at: Date;
  value: number;
}

interface Props {
  /** What is shown, in one sentence: all that those get who cannot see the line. */
  label: string;
  valueName: string;
  points: Point[];
  format: (value: number) => string;
  formatAt: (at: Date) => string;
}

const HEIGHT = "h-56";

/** A line over time, and the same as a table for those who want the numbers. */
export function TrendChart({ label, valueName, points, format, formatAt }: Props) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure>
      <div className={asTable ? "hidden" : HEIGHT} role="img" aria-label={label}>
        {!asTable && (
          <Suspense fallback={<Skeleton className={HEIGHT} />}>
            <Plot points={points} format={format} formatAt={formatAt} />
          </Suspense>
        )}
      </div>
      {asTable && (
        <section
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          tabIndex={0}
          className={`${HEIGHT} overflow-y-auto`}
        >
          <table className="w-full">
            <caption className="sr-only">{label}</caption>
            <thead>
              <tr className="text-sm text-faint">
                <th scope="col" className="py-1 text-left font-medium">
                  {t("charts.when")}
                </th>
                <th scope="col" className="py-1 text-right font-medium">
                  {valueName}
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ at, value }) => (
                <tr key={at.getTime()} className="border-t border-line">
                  <td className="py-1">{formatAt(at)}</td>
                  <td className="py-1 text-right">{format(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <button
        type="button"
        aria-pressed={asTable}
        onClick={() => setAsTable(!asTable)}
        className="mt-2 min-h-6 text-sm text-accent underline"
      >
        {t("charts.asTable")}
      </button>
    </figure>
  );
}
