import { useFormats } from "@sagashop/shared/i18n";
import { Badge } from "@sagashop/shared/ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type DeadLetter, letterPath } from "../api/events";
import { columnsOf } from "../table/columns";
import { DataTable } from "../table/DataTable";

const column = columnsOf<DeadLetter>();

export const LETTER_TONES = {
  OPEN: "bad",
  REPLAYING: "info",
  REPLAYED: "good",
  DISCARDED: "neutral",
} as const;

interface Props {
  rows: DeadLetter[];
  onOpen: (letter: DeadLetter) => void;
}

export function LetterTable({ rows, onOpen }: Props) {
  const { t } = useTranslation();
  const columns = useColumns(onOpen);
  return (
    <DataTable
      name={t("nav.deadLetters")}
      columns={columns}
      rows={rows}
      rowId={letterPath}
      onOpen={onOpen}
    />
  );
}

function useColumns(onOpen: Props["onOpen"]) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  return useMemo(
    () =>
      column.columns([
        column.accessor("originalTopic", {
          header: () => t("letters.topic"),
          cell: ({ getValue, row: { original } }) => (
            <button
              type="button"
              tabIndex={-1}
              onClick={() => onOpen(original)}
              className="min-h-6 text-left hover:underline"
            >
              <span className="block font-medium break-all">{getValue()}</span>
              <span className="block text-sm text-faint">
                {original.partition}/{original.offset}
              </span>
            </button>
          ),
        }),
        column.accessor("message", {
          header: () => t("letters.cause"),
          cell: ({ getValue, row }) => (
            <span className="line-clamp-2 text-sm break-words">
              {getValue() ?? row.original.exception}
            </span>
          ),
          meta: { from: "md" },
        }),
        column.accessor("state", {
          header: () => t("letters.state"),
          cell: ({ getValue }) => (
            <Badge tone={LETTER_TONES[getValue()]}>{t(`letters.states.${getValue()}`)}</Badge>
          ),
        }),
        column.accessor("time", {
          header: () => t("letters.since"),
          cell: ({ getValue }) => (
            <span className="whitespace-nowrap text-faint">{moment(getValue())}</span>
          ),
          meta: { from: "lg", numeric: true },
        }),
      ]),
    [t, moment, onOpen],
  );
}
