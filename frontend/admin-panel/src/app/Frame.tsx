import { OfflineBanner } from "@sagashop/shared/ui";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { DeskNews } from "../live/DeskNews";
import { Shortcuts } from "../palette/Shortcuts";
import { Mark } from "./Mark";
import { Navigation } from "./Navigation";
import { TopBar } from "./TopBar";

/** What stays around every page. */
export function Frame() {
  const { t } = useTranslation("common");
  const content = useFocusOnNewPage();
  return (
    <DeskNews>
      <a
        href="#content"
        className="sr-only z-60 rounded-lg bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("actions.skip")}
      </a>
      <OfflineBanner />
      <div className="lg:grid lg:grid-cols-[16rem_minmax(0,1fr)]">
        <aside className="sticky top-0 hidden h-dvh flex-col gap-8 overflow-y-auto border-r border-line bg-surface px-3 py-5 lg:flex">
          <div className="px-3">
            <Mark />
          </div>
          <Navigation />
        </aside>
        <div className="min-w-0">
          <TopBar />
          <main
            id="content"
            ref={content}
            tabIndex={-1}
            className="mx-auto max-w-360 px-4 py-6 outline-none sm:px-6 lg:px-10 lg:py-8"
          >
            <Outlet />
          </main>
        </div>
      </div>
      <Shortcuts />
    </DeskNews>
  );
}

/** Who goes to another page by keyboard goes on reading there. */
function useFocusOnNewPage() {
  const content = useRef<HTMLElement>(null);
  const page = useLocation({ select: ({ pathname }) => pathname });
  const before = useRef(page);
  useEffect(() => {
    // A window over the page has an address of its own, and takes the focus itself.
    const isWindow = page.endsWith("/refund") || before.current.endsWith("/refund");
    if (page !== before.current && !isWindow) {
      content.current?.focus({ preventScroll: true });
    }
    before.current = page;
  }, [page]);
  return content;
}
