import { useFormats } from "@sagashop/shared/i18n";
import { Card, ORDER_STATUSES, type OrderStatus, ProblemNote, Skeleton } from "@sagashop/shared/ui";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Shares } from "../charts/Shares";
import { TrendChart } from "../charts/TrendChart";
import { CardTitle } from "../pages/CardTitle";
import { useSummary } from "./queries";

const BARS: Record<OrderStatus, string> = {
  CREATED: "bg-info",
  PLACED: "bg-info",
  PAYMENT_PENDING: "bg-info",
  PAID: "bg-good",
  DELIVERED: "bg-accent",
  CANCELLED: "bg-edge",
  REFUND_PENDING: "bg-warn",
  REFUND_FAILED: "bg-bad",
};

export function Sales() {
  const { t } = useTranslation();
  const { t: common } = useTranslation("common");
  const { money, number, moment } = useFormats();
  const { data, error } = useSummary();
  if (error) {
    return <ProblemNote error={error} />;
  }
  const short = (value: number) =>
    number(value, {
      style: "currency",
      currency: data?.currency ?? "USD",
      notation: "compact",
    });
  return (
    <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <Card>
        <CardTitle>{t("dashboard.sales")}</CardTitle>
        {data ? (
          <TrendChart
            label={t("dashboard.salesLabel", { net: money(data.net, data.currency) })}
            valueName={t("dashboard.net")}
            points={data.days.map(({ day, net }) => ({ at: new Date(`${day}T00:00`), value: net }))}
            format={short}
            formatAt={(at) => moment(at, "date")}
          />
        ) : (
          <Skeleton className="h-64" />
        )}
      </Card>
      <Card>
        <CardTitle>{t("dashboard.byStatus")}</CardTitle>
        {data ? (
          <Shares
            label={t("dashboard.byStatus")}
            format={number}
            shares={ORDER_STATUSES.map((status) => ({
              key: status,
              name: (
                <Link to="/orders" search={{ status }} className="text-ink hover:text-accent">
                  {common(`status.${status}`)}
                </Link>
              ),
              count: data.byStatus[status] ?? 0,
              bar: BARS[status],
            })).filter(({ count }) => count > 0)}
          />
        ) : (
          <Skeleton className="h-64" />
        )}
      </Card>
    </div>
  );
}
