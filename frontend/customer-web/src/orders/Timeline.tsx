import { happeningOf } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { Card, isOrderStatus } from "@sagashop/shared/ui";
import { useTranslation } from "react-i18next";
import type { TimelineEntry } from "./queries";

/** Everything that was recorded about an order, the newest first. */
export function Timeline({ timeline }: { timeline: readonly TimelineEntry[] }) {
  const { t } = useTranslation(["app", "common"]);
  const { moment } = useFormats();
  const text = ({ what, fromStatus, toStatus }: TimelineEntry) => {
    const happening = happeningOf(what);
    if (happening) {
      return t(`happenings.${happening}`);
    }
    return toStatus !== fromStatus && isOrderStatus(toStatus)
      ? t(`common:status.${toStatus}`)
      : what;
  };
  return (
    <Card aria-label={t("orders.timeline")} className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">{t("orders.timeline")}</h2>
      <ol className="flex flex-col gap-3">
        {[...timeline].reverse().map((entry) => (
          <li
            key={entry.id}
            className="flex flex-wrap justify-between gap-x-4 border-l-2 border-line pl-4"
          >
            <span>{text(entry)}</span>
            <time dateTime={entry.at} className="text-sm text-faint">
              {moment(entry.at)}
            </time>
          </li>
        ))}
      </ol>
    </Card>
  );
}
