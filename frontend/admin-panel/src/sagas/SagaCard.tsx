import { useFormats } from "@sagashop/shared/i18n";
import { Badge, Button } from "@sagashop/shared/ui";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SagaItem } from "../api/types";
import { WorkflowLink } from "../orders/WorkflowLink";
import { Fact, Facts } from "../pages/Facts";
import { useAge } from "../pages/useAge";
import { ReasonDialog } from "../reasons/ReasonDialog";
import { stepOf } from "./steps";
import { type SagaAction, useMendSaga } from "./useMendSaga";

/** A saga that waits for a person: why, since when, and what can be done about it. */
export function SagaCard({ saga }: { saga: SagaItem }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const age = useAge();
  const undecided = saga.cause === "STEP_UNDECIDED";
  const step = saga.step ? stepOf(saga.step) : null;
  return (
    <li className="rounded-2xl border border-line bg-surface p-4 sm:p-6">
      <article aria-label={saga.workflowId}>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-lg font-semibold tracking-tight">
            {t(`sagas.causes.${saga.cause}`)}
          </h2>
          <Badge tone={undecided ? "warn" : "bad"}>{t(`sagas.kinds.${saga.kind}`)}</Badge>
          <span className="ml-auto text-sm text-faint">
            {t("sagas.waiting", { age: age(saga.ageSeconds) })}
          </span>
        </div>
        <p className="mt-1 mb-4 max-w-prose text-faint">{t(`sagas.meanings.${saga.cause}`)}</p>
        <Facts>
          <Fact name={t("sagas.order")}>
            <Link
              to="/orders/$orderId"
              params={{ orderId: saga.orderId }}
              className="font-medium text-accent"
            >
              {t("orders.number", { id: saga.orderId })}
            </Link>
          </Fact>
          <Fact name={t("sagas.workflow")}>
            <code className="font-mono text-xs">{saga.workflowId}</code>
          </Fact>
          {saga.step && (
            <Fact name={t("sagas.step")}>{step ? t(`sagas.steps.${step}`) : saga.step}</Fact>
          )}
          {saga.attempt && <Fact name={t("sagas.attempt")}>{saga.attempt}</Fact>}
          {saga.lastError && (
            <Fact name={t("sagas.lastError")}>
              <span className="text-bad">{saga.lastError}</span>
            </Fact>
          )}
          <Fact name={t("sagas.nextTry")}>
            {saga.nextTry ? moment(saga.nextTry) : t("sagas.noNextTry")}
          </Fact>
        </Facts>
        <SagaActions saga={saga} />
      </article>
    </li>
  );
}

function SagaActions({ saga }: { saga: SagaItem }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<SagaAction | null>(null);
  const mend = useMendSaga(saga);
  const nameOf = (action: SagaAction) =>
    action === "retry" && saga.kind === "REFUND" && saga.cause === "REFUND_REFUSED"
      ? t("refund.retry")
      : t(`sagas.actions.${action}`);
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      {saga.actions.map((action, index) => (
        <Button
          key={action}
          small
          variant={index === 0 ? "primary" : "secondary"}
          onClick={() => setAsking(action)}
        >
          {nameOf(action)}
        </Button>
      ))}
      {saga.actions.length === 0 && <p className="text-sm">{t("sagas.noAction")}</p>}
      <WorkflowLink workflowId={saga.workflowId} small />
      {asking && (
        <ReasonDialog
          title={`${nameOf(asking)} · ${saga.workflowId}`}
          text={t(`sagas.actionTexts.${asking}`)}
          confirm={nameOf(asking)}
          withReference={asking === "resolve"}
          onConfirm={(given) => mend(asking, given)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
