import { Toast } from "@base-ui/react/toast";
import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Tone, toneClass } from "./Badge";

const manager = Toast.createToastManager();

/** Says something in passing. What must be read stands on the page instead. */
export function toast(title: string, tone: Tone = "info", description?: string): void {
  manager.add({
    title,
    description,
    type: tone,
    timeout: tone === "bad" ? 10_000 : 5_000,
    priority: tone === "bad" ? "high" : "low",
  });
}

export function Toasts({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 left-4 z-60 flex flex-col items-end gap-2">
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function List() {
  const { t } = useTranslation("common");
  const { toasts } = Toast.useToastManager();
  return toasts.map((item) => (
    <Toast.Root
      key={item.id}
      toast={item}
      className={clsx(
        "flex w-full max-w-sm items-start gap-3 rounded-xl border border-line p-4 shadow-lg",
        toneClass((item.type as Tone | undefined) ?? "info"),
      )}
    >
      <Toast.Content className="min-w-0 flex-1">
        <Toast.Title className="font-medium" />
        <Toast.Description className="text-sm text-ink" />
      </Toast.Content>
      <Toast.Close aria-label={t("actions.close")} className="rounded p-1 hover:bg-sunken">
        <X aria-hidden className="size-4" />
      </Toast.Close>
    </Toast.Root>
  ));
}
