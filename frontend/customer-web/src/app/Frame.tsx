import { useAccount } from "@sagashop/shared/session";
import { OfflineBanner } from "@sagashop/shared/ui";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { Package, ShoppingBag, UserRound } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { unitsIn, useCart } from "../cart/cart";
import { Logo } from "./Logo";
import { SearchBox } from "./SearchBox";

export function Frame() {
  const { t } = useTranslation(["app", "common"]);
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-surface focus:p-3"
      >
        {t("common:actions.skip")}
      </a>
      <header className="top-0 z-30 border-b border-line bg-paper/95 backdrop-blur sm:sticky">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 sm:py-3">
          <Link to="/" className="flex min-h-11 items-center gap-2 text-lg font-semibold">
            <Logo />
            <span className="max-[24rem]:sr-only">Sagashop</span>
          </Link>
          <SearchBox />
          <MainNavigation />
        </div>
      </header>
      <OfflineBanner />
      <Content />
      <footer className="border-t border-line">
        <p className="mx-auto max-w-6xl px-4 py-8 text-sm text-faint">{t("frame.footer")}</p>
      </footer>
    </div>
  );
}

/** A new page starts at its content for those who cannot see that it changed. */
function Content() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current !== path) {
      shown.current = path;
      main.current?.focus({ preventScroll: true });
    }
  }, [path]);
  return (
    <main
      id="content"
      ref={main}
      tabIndex={-1}
      className="mx-auto w-full max-w-6xl flex-1 px-4 py-6 outline-none sm:py-10"
    >
      <Outlet />
    </main>
  );
}

function MainNavigation() {
  const { t } = useTranslation(["app", "common"]);
  const account = useAccount();
  const units = unitsIn(useCart());
  return (
    <nav aria-label={t("frame.main")} className="ml-auto flex items-center gap-1">
      {account && (
        <IconLink to="/orders" label={t("frame.orders")}>
          <Package aria-hidden className="size-5" />
        </IconLink>
      )}
      <IconLink
        to={account ? "/account" : "/sign-in"}
        label={account ? t("frame.account") : t("frame.signIn")}
      >
        <UserRound aria-hidden className="size-5" />
      </IconLink>
      <IconLink to="/cart" label={t("frame.cart")} detail={t("frame.units", { count: units })}>
        <ShoppingBag aria-hidden className="size-5" />
        {units > 0 && (
          <span
            aria-hidden
            className="min-w-6 rounded-full bg-accent px-1.5 text-center text-sm font-semibold text-on-accent"
          >
            {units}
          </span>
        )}
      </IconLink>
    </nav>
  );
}

function IconLink({
  to,
  label,
  detail,
  children,
}: {
  to: "/orders" | "/account" | "/sign-in" | "/cart";
  label: string;
  detail?: string;
  children: ReactNode;
}) {
  return (
    <Link
      to={to}
      className="flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-lg px-2.5 font-medium hover:bg-sunken aria-[current=page]:bg-accent-soft"
    >
      {children}
      <span className="sr-only sm:not-sr-only">{label}</span>
      {detail && <span className="sr-only">{detail}</span>}
    </Link>
  );
}
