import { ok, orders } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { Button, Dialog, ProblemNote } from "@sagashop/shared/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Order } from "./queries";

export function CancelOrder({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const cancelling = useMutation({
    mutationFn: () =>
      ok(orders.POST("/orders/{id}/cancel", { params: { path: { id: order.id } } })),
    onSuccess: () => setAsking(false),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["order", order.id] }),
        queries.invalidateQueries({ queryKey: ["timeline", order.id] }),
        queries.invalidateQueries({ queryKey: ["orders"] }),
      ]),
  });
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {t("cancel.open")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("cancel.title", { id: order.id })}
        description={
          order.paidAt ? t("cancel.paid", { amount: money(order.totalAmount) }) : t("cancel.unpaid")
        }
      >
        {cancelling.isError && <ProblemNote error={cancelling.error} className="mb-4" />}
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="secondary" onClick={() => setAsking(false)}>
            {t("cancel.keep")}
          </Button>
          <Button variant="danger" busy={cancelling.isPending} onClick={() => cancelling.mutate()}>
            {t("cancel.confirm")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
