import { ok, stock } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { Card, ProblemNote, Skeleton } from "@sagashop/shared/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { fillGaps } from "../charts/fill";
import { Shares } from "../charts/Shares";
import { TrendChart } from "../charts/TrendChart";
import { CardTitle } from "../pages/CardTitle";
import { wholeDays } from "../pages/search";
import { bucketFor } from "./releaseFilter";
import { isReason, type ReleaseSearch } from "./search";

/** Counts all releases of the days that are chosen, whatever the order or reason. */
export function Summary({ search }: { search: ReleaseSearch }) {
  const { t } = useTranslation();
  const { number, moment } = useFormats();
  const range = wholeDays(search);
  const bucket = bucketFor(range);
  const summary = useQuery({
    queryKey: ["releases", "summary", range, bucket],
    queryFn: ({ signal }) =>
      ok(
        stock.GET("/inventory/releases/summary", {
          params: { query: { ...range, bucket } },
          signal,
        }),
      ),
  });
  const { data, error } = summary;
  if (error) {
    return <ProblemNote error={error} className="mb-6" />;
  }
  return (
    <div className="mb-6 grid grid-cols-1 gap-6 lg:grid-cols-[2fr_1fr]">
      <Card>
        <CardTitle
          aside={
            data && (
              <span className="text-sm text-faint">
                {t("releases.range", {
                  from: moment(data.from, "date"),
                  to: moment(data.to, "date"),
                })}
              </span>
            )
          }
        >
          {data ? t("releases.total", { count: data.total }) : t("releases.trend")}
        </CardTitle>
        {data ? (
          <TrendChart
            label={t("releases.trendLabel", { count: data.total })}
            valueName={t("releases.count")}
            points={fillGaps(
              data.buckets.map(({ start, count }) => ({ at: new Date(start), value: count })),
              { from: new Date(data.from), to: new Date(data.to) },
              bucket,
            )}
            format={(value) => (Number.isInteger(value) ? number(value) : "")}
            formatAt={(at) => moment(at, bucket === "hour" ? "both" : "date")}
          />
        ) : (
          <Skeleton className="h-64" />
        )}
      </Card>
      <Card>
        <CardTitle>{t("releases.why")}</CardTitle>
        {data ? (
          <Shares
            label={t("releases.why")}
            format={number}
            shares={data.reasons.map(({ reason, count }) => ({
              key: reason,
              name: isReason(reason) ? t(`releases.reasons.${reason}`) : reason,
              count,
              bar: reason === "PAYMENT_FAILED" ? "bg-bad" : "bg-accent",
            }))}
          />
        ) : (
          <Skeleton className="h-40" />
        )}
      </Card>
    </div>
  );
}
