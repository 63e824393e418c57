import { ErrorState } from "@sagashop/shared/ui";

/** Where a page itself broke; a new version of the desk is the usual reason, and a reload the cure. */
export function PageFailure({ error }: { error: unknown }) {
  return <ErrorState error={error} onRetry={() => window.location.reload()} />;
}
