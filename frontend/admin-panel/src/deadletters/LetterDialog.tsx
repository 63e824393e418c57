import { useFormats } from "@sagashop/shared/i18n";
import {
  Badge,
  Button,
  CheckField,
  Dialog,
  ErrorState,
  Loading,
  Skeleton,
  toast,
} from "@sagashop/shared/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DeadLetterDetails, deadLetter, mendDeadLetter } from "../api/events";
import { Audit } from "../outbox/Audit";
import { Payload } from "../outbox/Payload";
import { Fact, Facts } from "../pages/Facts";
import { ReasonDialog } from "../reasons/ReasonDialog";
import { LETTER_TONES } from "./LetterTable";

/** A record that a consumer gave up: what it says, why it failed, and what to do with it. */
export function LetterDialog({ path, onClose }: { path: string; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<"replay" | "discard" | null>(null);
  const [again, setAgain] = useState(false);
  const details = useQuery({
    queryKey: ["letters", "one", path],
    queryFn: ({ signal }) => deadLetter(path, signal),
  });
  const mend = async (action: "replay" | "discard", reason: string) => {
    const now = await mendDeadLetter(
      path,
      action,
      action === "replay" ? { reason, again } : { reason },
    );
    toast(t("letters.result", { state: t(`letters.states.${now.letter.state}`) }), "good");
    await queries.invalidateQueries({ queryKey: ["letters"] });
  };
  const { data, error } = details;
  const state = data?.letter.state;
  return (
    <Dialog open wide onClose={onClose} title={t("letters.one")} description={path}>
      {error && <ErrorState error={error} onRetry={() => void details.refetch()} />}
      {!data && !error && (
        <Loading>
          <Skeleton className="h-80" />
        </Loading>
      )}
      {data && (
        <>
          <About details={data} />
          {data.value && <Payload text={data.value.data} />}
          <Headers headers={data.headers} />
          <Audit entries={data.audit} />
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            {state === "OPEN" && (
              <Button variant="danger" onClick={() => setAsking("discard")}>
                {t("letters.discard")}
              </Button>
            )}
            <Button onClick={() => setAsking("replay")}>{t("letters.replay")}</Button>
          </div>
        </>
      )}
      {asking && (
        <ReasonDialog
          title={t(`letters.${asking}`)}
          text={t(`letters.${asking}Text`)}
          confirm={t(`letters.${asking}`)}
          danger={asking === "discard"}
          onConfirm={({ reason }) => mend(asking, reason)}
          onClose={() => setAsking(null)}
        >
          {asking === "replay" && state !== "OPEN" && (
            <CheckField
              label={t("letters.again")}
              checked={again}
              onChange={({ target }) => setAgain(target.checked)}
            />
          )}
        </ReasonDialog>
      )}
    </Dialog>
  );
}

function About({ details: { letter } }: { details: DeadLetterDetails }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  return (
    <>
      <Facts>
        <Fact name={t("letters.state")}>
          <Badge tone={LETTER_TONES[letter.state]}>{t(`letters.states.${letter.state}`)}</Badge>
        </Fact>
        <Fact name={t("letters.topic")}>{letter.originalTopic}</Fact>
        {letter.group && <Fact name={t("letters.group")}>{letter.group}</Fact>}
        {letter.key && <Fact name={t("outbox.key")}>{letter.key.data}</Fact>}
        <Fact name={t("letters.since")}>{moment(letter.time)}</Fact>
      </Facts>
      <div className="mt-4 rounded-xl bg-bad-soft p-4 text-bad">
        <p className="font-medium break-words">{letter.message ?? t("letters.noCause")}</p>
        {letter.exception && <p className="mt-1 font-mono text-xs break-all">{letter.exception}</p>}
      </div>
    </>
  );
}

function Headers({ headers }: { headers: DeadLetterDetails["headers"] }) {
  const { t } = useTranslation();
  return (
    <details className="mt-5">
      <summary className="cursor-pointer font-semibold">
        {t("letters.headers", { count: headers.length })}
      </summary>
      <dl className="mt-2 flex flex-col gap-2">
        {headers.map(({ name, value }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names are repeated, and the order is fixed
          <div key={place}>
            <dt className="text-sm text-faint">{name}</dt>
            <dd className="max-h-32 overflow-y-auto font-mono text-xs break-all">{value?.data}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
