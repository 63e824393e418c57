import { Button, ProblemNote } from "@sagashop/shared/ui";
import { useTranslation } from "react-i18next";

interface Props {
  shown: number;
  hasMore: boolean;
  busy: boolean;
  error?: unknown;
  onMore: () => void;
}

/** Below a list: how much of it is here, and the rest on demand. */
export function More({ shown, hasMore, busy, error, onMore }: Props) {
  const { t } = useTranslation();
  const { t: common } = useTranslation("common");
  return (
    <div className="mt-4 flex flex-col gap-3">
      {error ? <ProblemNote error={error} /> : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="text-sm text-faint">
          {t(hasMore ? "table.shownMore" : "table.shown", { count: shown })}
        </p>
        {hasMore && (
          <Button variant="secondary" small busy={busy} onClick={onMore}>
            {common("actions.more")}
          </Button>
        )}
      </div>
    </div>
  );
}
