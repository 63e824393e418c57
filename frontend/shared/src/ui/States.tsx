import clsx from "clsx";
import { CircleAlert, WifiOff } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { type Problem, problemFrom } from "../api/problem";
import { Button } from "./Button";

/** The place of something that is still on its way, in the size that it will have. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={clsx("animate-pulse rounded-lg bg-sunken", className)} />;
}

export function Loading({ children }: { children?: ReactNode }) {
  const { t } = useTranslation("common");
  return (
    <div role="status">
      <span className="sr-only">{t("state.loading")}</span>
      {children}
    </div>
  );
}

export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-16 text-center">
      {icon && <div className="text-faint [&_svg]:size-10">{icon}</div>}
      <h2 className="text-xl font-semibold">{title}</h2>
      {children && <div className="text-faint">{children}</div>}
      {action}
    </div>
  );
}

/** What a problem means for the reader: our words where we have some, else those of the service. */
export function useProblemText(): (problem: Problem) => string {
  const { t, i18n } = useTranslation("common");
  return (problem) => {
    // Words that both apps need are common; an app may have more.
    const keys = [`common:problems.${problem.code}`, `app:problems.${problem.code}`];
    const known = keys.find((key) => i18n.exists(key));
    return known ? t(known as unknown as "problems.UNEXPECTED") : problem.message;
  };
}

export function ProblemNote({ error, className }: { error: unknown; className?: string }) {
  const { t } = useTranslation("common");
  const problem = problemFrom(error);
  const text = useProblemText()(problem);
  return (
    <div role="alert" className={clsx("rounded-xl bg-bad-soft p-4 text-bad", className)}>
      <p className="flex items-start gap-2 font-medium">
        <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
        <span>{text}</span>
      </p>
      {problem.errors.length > 0 && (
        <ul className="mt-2 ml-7 list-disc text-sm">
          {problem.errors.map((fault) => (
            <li key={fault.field + fault.message}>
              {fault.field}: {fault.message}
            </li>
          ))}
        </ul>
      )}
      {problem.traceId && (
        <p className="mt-2 ml-7 font-mono text-xs break-all">
          {t("state.trace", { id: problem.traceId })}
        </p>
      )}
    </div>
  );
}

/** In the place of content that could not be loaded. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation("common");
  return (
    <div className="mx-auto flex max-w-lg flex-col gap-4 px-4 py-12">
      <h2 className="text-xl font-semibold">{t("state.failedTitle")}</h2>
      <ProblemNote error={error} />
      {onRetry && (
        <div>
          <Button variant="secondary" onClick={onRetry}>
            {t("actions.retry")}
          </Button>
        </div>
      )}
    </div>
  );
}

function subscribeToNetwork(listener: () => void) {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

export function OfflineBanner() {
  const { t } = useTranslation("common");
  const online = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  return online ? null : (
    <p
      role="status"
      className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-2 text-warn"
    >
      <WifiOff aria-hidden className="size-4" />
      {t("state.offline")}
    </p>
  );
}
