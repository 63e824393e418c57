import { problemFrom } from "@sagashop/shared/api";
import { Badge, Button, Dialog, useProblemText } from "@sagashop/shared/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { actOn, type BulkAction, forEachRow, type RowResult } from "./bulk";

interface Props {
  action: BulkAction;
  ids: number[];
  onClose: () => void;
}

/** Asks, does it row by row, and says for each row what came of it. */
export function BulkDialog({ action, ids, onClose }: Props) {
  const { t } = useTranslation();
  const { t: common } = useTranslation("common");
  const queries = useQueryClient();
  const [phase, setPhase] = useState<"asking" | "running" | "over">("asking");
  const [results, setResults] = useState<Map<number, RowResult>>(new Map());
  const start = async () => {
    setPhase("running");
    await forEachRow(
      ids,
      (id) => actOn(action, id),
      (id, result) => setResults((before) => new Map(before).set(id, result)),
    );
    setPhase("over");
    await queries.invalidateQueries({ queryKey: ["orders"] });
  };
  const all = [...results.values()];
  const done = all.filter(({ kind }) => kind === "done").length;
  const failed = all.filter(({ kind }) => kind === "failed").length;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`orders.bulk.${action}Title`, { count: ids.length })}
      description={phase === "asking" ? t(`orders.bulk.${action}Text`) : undefined}
    >
      {phase !== "asking" && (
        <>
          <p role="status" className="mb-3 font-medium">
            {t("orders.bulk.progress", { done, failed, all: ids.length })}
          </p>
          <ul
            aria-label={t("orders.bulk.results")}
            className="max-h-80 divide-y divide-line overflow-y-auto rounded-xl border border-line"
          >
            {ids.map((id) => (
              <ResultRow key={id} id={id} result={results.get(id) ?? { kind: "waiting" }} />
            ))}
          </ul>
        </>
      )}
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        {phase === "asking" ? (
          <>
            <Button variant="quiet" onClick={onClose}>
              {common("actions.cancel")}
            </Button>
            <Button variant={action === "cancel" ? "danger" : "primary"} onClick={start}>
              {t(`orders.bulk.${action}Confirm`, { count: ids.length })}
            </Button>
          </>
        ) : (
          <Button variant="secondary" busy={phase === "running"} onClick={onClose}>
            {common("actions.close")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

const TONES = { waiting: "neutral", running: "info", done: "good", failed: "bad" } as const;

function ResultRow({ id, result }: { id: number; result: RowResult }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  return (
    <li className="flex items-start justify-between gap-3 px-3 py-2 text-sm">
      <span className="min-w-0">
        <span className="font-medium">{t("orders.number", { id })}</span>
        {result.kind === "failed" && (
          <span className="block text-faint">{textOf(problemFrom(result.error))}</span>
        )}
      </span>
      <Badge tone={TONES[result.kind]}>{t(`orders.bulk.${result.kind}`)}</Badge>
    </li>
  );
}
