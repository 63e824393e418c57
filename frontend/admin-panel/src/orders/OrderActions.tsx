import { Button, buttonClass, toast } from "@sagashop/shared/ui";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Ban, HandCoins, Truck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Order } from "../api/types";
import { ConfirmDialog } from "../reasons/ConfirmDialog";
import { canRefund } from "../refunds/money";
import { useIsAdmin } from "../session/rights";
import { actOn, type BulkAction } from "./bulk";
import { canCancel, canDeliver } from "./orderList";

/** What can be done with an order in its state, by whoever is signed in. */
export function OrderActions({ order }: { order: Order }) {
  const { t } = useTranslation();
  const isAdmin = useIsAdmin();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<BulkAction | null>(null);
  const act = async (action: BulkAction) => {
    try {
      await actOn(action, order.id);
      toast(t(`orders.done.${action}`, { id: order.id }), "good");
    } finally {
      // Also after a refusal: the usual reason is that somebody else was faster.
      await queries.invalidateQueries({ queryKey: ["orders"] });
    }
  };
  return (
    <>
      {isAdmin && canDeliver(order) && (
        <Button variant="secondary" onClick={() => setAsking("deliver")}>
          <Truck aria-hidden className="size-4" />
          {t("orders.deliver")}
        </Button>
      )}
      {canRefund(order) && (
        <Link
          to="/orders/$orderId/refund"
          params={{ orderId: order.id }}
          className={buttonClass("primary")}
        >
          <HandCoins aria-hidden className="size-4" />
          {t("refund.open")}
        </Link>
      )}
      {canCancel(order) && (
        <Button variant="danger" onClick={() => setAsking("cancel")}>
          <Ban aria-hidden className="size-4" />
          {t("orders.cancel")}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={t(`orders.ask.${asking}Title`, { id: order.id })}
          text={t(
            asking === "cancel" && order.status === "PAID"
              ? "orders.ask.cancelPaidText"
              : `orders.ask.${asking}Text`,
          )}
          confirm={t(asking === "cancel" ? "orders.cancel" : "orders.ask.deliverConfirm")}
          onConfirm={() => act(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
