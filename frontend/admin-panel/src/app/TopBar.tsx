import { Dialog } from "@sagashop/shared/ui";
import { useLocation } from "@tanstack/react-router";
import { Menu, Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSagaNews } from "../live/sagaNews";
import { openPalette } from "../palette/open";
import { AccountMenu } from "./AccountMenu";
import { Navigation } from "./Navigation";

export function TopBar() {
  const { t } = useTranslation();
  return (
    <header className="sticky top-0 z-30 flex min-h-16 items-center gap-2 border-b border-line bg-paper/95 px-4 backdrop-blur sm:px-6 lg:px-10">
      <PhoneMenu />
      <button
        type="button"
        onClick={() => openPalette("find")}
        className="flex min-h-11 min-w-0 flex-1 items-center gap-2 rounded-lg border border-line bg-surface px-3 text-faint hover:border-edge sm:max-w-sm"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="flex-1 truncate text-left">{t("palette.open")}</span>
        <kbd className="hidden rounded border border-line bg-sunken px-1.5 font-sans text-xs sm:inline">
          {isApple() ? "⌘K" : t("palette.keys")}
        </kbd>
      </button>
      <div className="ml-auto">
        <AccountMenu />
      </div>
    </header>
  );
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

function PhoneMenu() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { total } = useSagaNews();
  const page = useLocation({ select: ({ pathname }) => pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the menu
  useEffect(() => setOpen(false), [page]);
  return (
    <div className="lg:hidden">
      <button
        type="button"
        aria-label={t("nav.open")}
        onClick={() => setOpen(true)}
        className="relative -ml-2 flex size-11 items-center justify-center rounded-lg hover:bg-sunken"
      >
        <Menu aria-hidden className="size-6" />
        {total > 0 && (
          <span aria-hidden className="absolute top-1.5 right-1.5 size-2.5 rounded-full bg-bad" />
        )}
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("nav.title")}>
        <Navigation onChosen={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}
