import { startI18n } from "@sagashop/shared/i18n";
import { session } from "@sagashop/shared/session";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { queries } from "./app/queries";
import { router } from "./app/router";
import "./styles.css";
import { en } from "./words/en";

let known: number | null = null;
session.subscribe(() => {
  const state = session.current();
  const account = state.kind === "signedIn" ? state.account.id : null;
  if (known !== null && account !== known) {
    // What belonged to one account must not be seen by the next.
    queries.clear();
  }
  known = account;
});

// Nobody waits for it: the catalogue is the same for everybody.
void session.start();
await startI18n({ en, de: () => import("./words/de").then((words) => words.de) });

const place = document.getElementById("app");
if (!place) {
  throw new Error("index.html has no element with the id 'app'");
}
const root = createRoot(place);
// In slices, so that a slow phone reacts to a touch meanwhile.
startTransition(() =>
  root.render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
