import { useFormats } from "@sagashop/shared/i18n";
import { useTranslation } from "react-i18next";
import type { AuditEntry } from "../api/events";

const ACTIONS = ["REQUEUED", "DISCARDED", "REPLAY_BEGUN", "REPLAYED", "REPLAY_FAILED"] as const;

/** Who did what with an event by hand, why, and what came of it. */
export function Audit({ entries }: { entries: AuditEntry[] }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const actionName = (action: string) => {
    const known = ACTIONS.find((each) => each === action);
    return known ? t(`audit.actions.${known}`) : action;
  };
  if (entries.length === 0) {
    return null;
  }
  return (
    <section className="mt-5">
      <h3 className="mb-2 font-semibold">{t("audit.title")}</h3>
      <ol className="flex flex-col gap-2">
        {entries.map((entry) => (
          <li key={entry.at + entry.action} className="rounded-xl bg-sunken px-3 py-2 text-sm">
            <p>
              <span className="font-medium">{actionName(entry.action)}</span> · {entry.reason}
            </p>
            {resultOf(entry) && <p className="break-words text-faint">{resultOf(entry)}</p>}
            <p className="text-faint">
              {t("audit.by", { name: entry.userName, at: moment(entry.at) })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function resultOf(entry: AuditEntry): string | null | undefined {
  return "lastError" in entry ? entry.lastError : "outcome" in entry ? entry.outcome : null;
}
