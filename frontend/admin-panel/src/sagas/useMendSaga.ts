import { ok, orders } from "@sagashop/shared/api";
import { toast } from "@sagashop/shared/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { SagaItem } from "../api/types";
import type { Given } from "../reasons/ReasonDialog";

export type SagaAction = SagaItem["actions"][number];

export function useMendSaga({ workflowId }: SagaItem) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return async (action: SagaAction, { reason, reference }: Given) => {
    const params = { path: { workflowId } };
    try {
      await ok(call(action, params, { reason, reference: reference || null }));
      toast(t("sagas.done", { id: workflowId }), "good");
    } finally {
      // Also after a refusal: the usual reason is that somebody else was faster.
      await queries.invalidateQueries({ queryKey: ["sagas"] });
    }
  };
}

function call(
  action: SagaAction,
  params: { path: { workflowId: string } },
  body: { reason: string; reference: string | null },
) {
  switch (action) {
    case "retry":
      return orders.POST("/operations/sagas/{workflowId}/retry", { params, body });
    case "resolve":
      return orders.POST("/operations/sagas/{workflowId}/resolve", { params, body });
    case "restart":
      return orders.POST("/operations/sagas/{workflowId}/restart", { params, body });
  }
}
