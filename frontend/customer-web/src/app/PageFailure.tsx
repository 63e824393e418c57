import { ErrorState } from "@sagashop/shared/ui";

/** In the place of a page that broke, or whose code could not be loaded. */
export function PageFailure({ error }: { error: unknown }) {
  return <ErrorState error={error} onRetry={() => window.location.reload()} />;
}
