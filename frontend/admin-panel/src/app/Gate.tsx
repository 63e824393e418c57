import { useSession } from "@sagashop/shared/session";
import { Loading, Skeleton } from "@sagashop/shared/ui";
import { useQueryClient } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { NotForYou } from "../session/NotForYou";
import { isStaff } from "../session/rights";
import { router } from "./router";

/** Whoever is signed in already does not need it. */
const SignInPage = lazy(() =>
  import("../session/SignInPage").then((page) => ({ default: page.SignInPage })),
);

/** Lets staff in, and nobody else. */
export function Gate() {
  const state = useSession();
  const queries = useQueryClient();
  const leaving = state.kind === "guest";

  // What one person saw is not kept for the next one.
  useEffect(() => {
    if (leaving) {
      queries.clear();
    }
  }, [leaving, queries]);

  switch (state.kind) {
    case "deciding":
      return <Waiting />;
    case "guest":
      return (
        <Suspense fallback={<Waiting />}>
          <SignInPage />
        </Suspense>
      );
    case "signedIn":
      return isStaff(state.account) ? (
        <RouterProvider router={router} />
      ) : (
        <NotForYou account={state.account} />
      );
  }
}

function Waiting() {
  return (
    <main className="mx-auto max-w-md p-4 pt-40">
      <Loading>
        <Skeleton className="h-80" />
      </Loading>
    </main>
  );
}
