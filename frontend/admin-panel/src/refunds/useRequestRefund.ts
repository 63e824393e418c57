import { forgetKey, keyFor, ok, orders, problemFrom } from "@sagashop/shared/api";
import { toast } from "@sagashop/shared/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { RefundRequest } from "../api/types";

/**
 * Asks for a refund once, however often it is clicked or repeated after a broken connection: the
 * key is kept until the server has said what became of it.
 */
export function useRequestRefund(orderId: number) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const purpose = `refund:${orderId}`;
  return useMutation({
    mutationFn: (body: RefundRequest) =>
      ok(
        orders.POST("/orders/{id}/refunds", {
          params: { path: { id: orderId }, header: { "Idempotency-Key": keyFor(purpose) } },
          body,
        }),
      ),
    onSuccess: () => {
      forgetKey(purpose);
      toast(t("refund.asked"), "info");
    },
    onError: (error) => {
      // An earlier request arrived after all, its answer did not: the list shows that refund.
      if (problemFrom(error).code === "IDEMPOTENCY_KEY_REUSED") {
        forgetKey(purpose);
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["orders", "one", orderId] }),
  });
}
