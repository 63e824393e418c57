import { Button, ProblemNote } from "@sagashop/shared/ui";
import { useTranslation } from "react-i18next";

interface Props {
  shown: number;
  hasMore: boolean;
  busy: boolean;
  /** Whether something happened that the list does not show. */
  hasNews: boolean;
  error?: unknown;
  onMore: () => void;
  onNews: () => void;
}

/** Below a list: how much of it is here, and the rest on demand. */
export function More({ shown, hasMore, busy, hasNews, error, onMore, onNews }: Props) {
  const { t } = useTranslation();
  const { t: common } = useTranslation("common");
  return (
    <div className="mt-4 flex flex-col gap-3">
      {error ? <ProblemNote error={error} /> : null}
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <p role="status" className="text-sm text-faint">
            {t(hasMore ? "table.shownMore" : "table.shown", { count: shown })}
            {hasNews && <span className="font-medium text-ink"> · {t("table.news")}</span>}
          </p>
          {hasNews && (
            <Button variant="secondary" small onClick={onNews}>
              {t("table.showNews")}
            </Button>
          )}
        </div>
        {hasMore && (
          <Button variant="secondary" small busy={busy} onClick={onMore}>
            {common("actions.more")}
          </Button>
        )}
      </div>
    </div>
  );
}
