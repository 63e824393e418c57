import "./styles.css";
import { isTransient } from "@sagashop/shared/api";
import { startI18n } from "@sagashop/shared/i18n";
import { session } from "@sagashop/shared/session";
import { Toasts } from "@sagashop/shared/ui";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Gate } from "./app/Gate";
import { en } from "./words/en";

const TRIES = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < TRIES && isTransient(error),
      staleTime: 5_000,
      // Offline is an error to show, not a reason to wait without a word.
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

await startI18n({ en, de: () => import("./words/de").then((words) => words.de) });
void session.start();

const place = document.getElementById("app");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Toasts>
          <Gate />
        </Toasts>
      </QueryClientProvider>
    </StrictMode>,
  );
}
