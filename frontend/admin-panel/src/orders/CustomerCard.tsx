import { Card, ProblemNote, Skeleton } from "@sagashop/shared/ui";
import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Order, User } from "../api/types";
import { CardTitle } from "../pages/CardTitle";
import { nameOf } from "./orderList";

interface Props {
  order: Order;
  customer: UseQueryResult<User | null>;
}

export function CustomerCard({ order, customer }: Props) {
  const { t } = useTranslation();
  const user = customer.data;
  return (
    <Card>
      <CardTitle
        aside={
          <Link
            to="/orders"
            search={{ customer: user?.email ?? String(order.userId) }}
            className="text-sm text-accent"
          >
            {t("orders.theirOrders")}
          </Link>
        }
      >
        {t("orders.customer")}
      </CardTitle>
      {customer.isLoading && <Skeleton className="h-12" />}
      {customer.error && <ProblemNote error={customer.error} />}
      {user === null && <p>{t("orders.user", { id: order.userId })}</p>}
      {user && (
        <>
          <p className="font-medium">{nameOf(user)}</p>
          <p className="break-all text-faint">{user.email}</p>
        </>
      )}
    </Card>
  );
}
