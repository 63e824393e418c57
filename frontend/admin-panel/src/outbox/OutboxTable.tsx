import { useFormats } from "@sagashop/shared/i18n";
import { Badge } from "@sagashop/shared/ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { OutboxRow } from "../api/events";
import { columnsOf } from "../table/columns";
import { DataTable } from "../table/DataTable";

const column = columnsOf<OutboxRow>();
const rowId = ({ id }: OutboxRow) => String(id);

export const OUTBOX_TONES = {
  PENDING: "info",
  IN_PROGRESS: "info",
  PUBLISHED: "good",
  FAILED: "bad",
  DISCARDED: "neutral",
} as const;

interface Props {
  rows: OutboxRow[];
  onOpen: (row: OutboxRow) => void;
}

export function OutboxTable({ rows, onOpen }: Props) {
  const { t } = useTranslation();
  const columns = useColumns(onOpen);
  return (
    <DataTable name={t("nav.outbox")} columns={columns} rows={rows} rowId={rowId} onOpen={onOpen} />
  );
}

function useColumns(onOpen: Props["onOpen"]) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  return useMemo(
    () =>
      column.columns([
        column.accessor("id", {
          header: () => t("outbox.event"),
          cell: ({ getValue, row }) => (
            <button
              type="button"
              tabIndex={-1}
              onClick={() => onOpen(row.original)}
              className="min-h-6 font-medium hover:underline"
            >
              {t("outbox.number", { id: getValue() })}
            </button>
          ),
        }),
        column.accessor("topic", {
          header: () => t("outbox.topic"),
          cell: ({ getValue, row }) => (
            <span>
              <span className="block break-all">{getValue()}</span>
              <span className="block text-sm text-faint">{row.original.aggregateKey}</span>
            </span>
          ),
        }),
        column.accessor("status", {
          header: () => t("outbox.status"),
          cell: ({ getValue }) => (
            <Badge tone={OUTBOX_TONES[getValue()]}>{t(`outbox.statuses.${getValue()}`)}</Badge>
          ),
          meta: { from: "sm" },
        }),
        column.accessor("attempts", {
          header: () => t("outbox.attempts"),
          meta: { from: "lg", numeric: true },
        }),
        column.accessor("createdAt", {
          header: () => t("outbox.created"),
          cell: ({ getValue }) => (
            <span className="whitespace-nowrap text-faint">{moment(getValue())}</span>
          ),
          meta: { from: "md", numeric: true },
        }),
      ]),
    [t, moment, onOpen],
  );
}
