import { buttonClass } from "@sagashop/shared/ui";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { useTranslation } from "react-i18next";
import { temporalAddress } from "../api/staff";

const A_DAY = 24 * 60 * 60 * 1000;

/** The namespace in which the sagas run. */
const WORKFLOWS = "/namespaces/shop/workflows/";

/** To the history of a saga in the Temporal Web UI, where there is one. */
export function WorkflowLink({ workflowId, small }: { workflowId: string; small?: boolean }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ["links"],
    queryFn: ({ signal }) => temporalAddress(signal),
    staleTime: A_DAY,
  });
  return data ? (
    <a
      href={data.replace(/\/$/, "") + WORKFLOWS + encodeURIComponent(workflowId)}
      target="_blank"
      rel="noreferrer"
      aria-label={t("orders.workflowNamed", { id: workflowId })}
      className={buttonClass("quiet", small)}
    >
      <ExternalLink aria-hidden className="size-4" />
      {t("orders.workflow")}
    </a>
  ) : null;
}
