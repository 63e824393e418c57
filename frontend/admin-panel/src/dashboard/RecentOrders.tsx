import { Card, ErrorState } from "@sagashop/shared/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { usePolling } from "../live/streams";
import { OrderTable } from "../orders/OrderTable";
import { loadOrders, orderFilter } from "../orders/orderList";
import { CardTitle } from "../pages/CardTitle";
import { TableSkeleton } from "../table/TableSkeleton";

const NEWEST = 8;
const EVERY = 15_000;

export function RecentOrders() {
  const { t } = useTranslation();
  const recent = useQuery({
    queryKey: ["orders", "recent"],
    queryFn: ({ signal }) => loadOrders(orderFilter({}, undefined), { size: NEWEST }, signal),
    refetchInterval: usePolling("orders", EVERY),
  });
  return (
    <Card>
      <CardTitle
        aside={
          <Link to="/orders" className="text-sm text-accent">
            {t("dashboard.allOrders")}
          </Link>
        }
      >
        {t("dashboard.recent")}
      </CardTitle>
      {recent.data ? (
        <OrderTable rows={recent.data.items} />
      ) : recent.error ? (
        <ErrorState error={recent.error} onRetry={() => void recent.refetch()} />
      ) : (
        <TableSkeleton />
      )}
    </Card>
  );
}
