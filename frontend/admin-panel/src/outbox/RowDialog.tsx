import { useFormats } from "@sagashop/shared/i18n";
import { Badge, Button, Dialog, ErrorState, Loading, Skeleton, toast } from "@sagashop/shared/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mendOutboxRow, type OutboxDetails, type OutboxService, outboxRow } from "../api/events";
import { Fact, Facts } from "../pages/Facts";
import { ReasonDialog } from "../reasons/ReasonDialog";
import { Audit } from "./Audit";
import { OUTBOX_TONES } from "./OutboxTable";
import { Payload } from "./Payload";

interface Props {
  service: OutboxService;
  id: number;
  onClose: () => void;
}

/** One event of an outbox: all that is known of it, and what can be done if it cannot be sent. */
export function RowDialog({ service, id, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<"requeue" | "discard" | null>(null);
  const details = useQuery({
    queryKey: ["outbox", "row", service, id],
    queryFn: ({ signal }) => outboxRow(service, id, signal),
  });
  const mend = async (action: "requeue" | "discard", reason: string) => {
    const now = await mendOutboxRow(service, id, action, reason);
    toast(t("outbox.result", { id, status: t(`outbox.statuses.${now.row.status}`) }), "good");
    await queries.invalidateQueries({ queryKey: ["outbox"] });
  };
  const { data, error } = details;
  return (
    <Dialog open wide onClose={onClose} title={t("outbox.number", { id })}>
      {error && <ErrorState error={error} onRetry={() => void details.refetch()} />}
      {!data && !error && (
        <Loading>
          <Skeleton className="h-80" />
        </Loading>
      )}
      {data && (
        <>
          <About details={data} />
          <Payload text={data.payload} />
          <Audit entries={data.audit} />
          {data.row.status === "FAILED" && (
            <div className="mt-5 flex flex-wrap justify-end gap-2">
              <Button variant="danger" onClick={() => setAsking("discard")}>
                {t("outbox.discard")}
              </Button>
              <Button onClick={() => setAsking("requeue")}>{t("outbox.requeue")}</Button>
            </div>
          )}
        </>
      )}
      {asking && (
        <ReasonDialog
          title={t(`outbox.${asking}`)}
          text={t(`outbox.${asking}Text`)}
          confirm={t(`outbox.${asking}`)}
          danger={asking === "discard"}
          onConfirm={({ reason }) => mend(asking, reason)}
          onClose={() => setAsking(null)}
        />
      )}
    </Dialog>
  );
}

function About({ details: { row, waitingBehind } }: { details: OutboxDetails }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  return (
    <>
      <Facts>
        <Fact name={t("outbox.status")}>
          <Badge tone={OUTBOX_TONES[row.status]}>{t(`outbox.statuses.${row.status}`)}</Badge>
        </Fact>
        <Fact name={t("outbox.topic")}>{row.topic}</Fact>
        <Fact name={t("outbox.key")}>{row.aggregateKey}</Fact>
        <Fact name={t("outbox.type")}>{row.typeId}</Fact>
        <Fact name={t("outbox.created")}>{moment(row.createdAt)}</Fact>
        <Fact name={t("outbox.attempts")}>{row.attempts}</Fact>
        {waitingBehind > 0 && <Fact name={t("outbox.behind")}>{waitingBehind}</Fact>}
        {row.traceId && (
          <Fact name={t("outbox.trace")}>
            <code className="font-mono text-xs break-all">{row.traceId}</code>
          </Fact>
        )}
      </Facts>
      {row.lastError && (
        <p className="mt-4 rounded-xl bg-bad-soft p-4 break-words text-bad">{row.lastError}</p>
      )}
    </>
  );
}
