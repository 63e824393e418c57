import { useSession } from "@sagashop/shared/session";
import { Loading, Skeleton } from "@sagashop/shared/ui";
import { Navigate, useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** For pages that are about somebody; whoever is not signed in comes back after that. */
export function SignedIn({ children }: { children: ReactNode }) {
  const session = useSession();
  const next = useRouterState({ select: (state) => state.location.href });
  if (session.kind === "deciding") {
    return (
      <Loading>
        <Skeleton className="h-64" />
      </Loading>
    );
  }
  return session.kind === "guest" ? <Navigate to="/sign-in" search={{ next }} replace /> : children;
}
