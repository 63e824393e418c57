import { session, useAccount } from "@sagashop/shared/session";
import { Button, LanguageField, ThemeField } from "@sagashop/shared/ui";
import { CircleUserRound, LogOut } from "lucide-react";
import { useTranslation } from "react-i18next";

const MENU = "account-menu";

/** Who is signed in, how the desk looks, and the way out. The browser opens and closes it. */
export function AccountMenu() {
  const { t } = useTranslation();
  const account = useAccount();
  if (!account) {
    return null;
  }
  const name = [account.firstName, account.lastName].join(" ").trim() || account.email;
  const role = t(account.role === "ROLE_ADMIN" ? "roles.ROLE_ADMIN" : "roles.ROLE_SUPPORT");
  return (
    <>
      <button
        type="button"
        popoverTarget={MENU}
        aria-label={t("account.open", { name })}
        className="flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-lg px-2 hover:bg-sunken"
      >
        <CircleUserRound aria-hidden className="size-6 shrink-0 text-faint" />
        <span className="hidden text-left leading-tight md:block">
          <span className="block max-w-48 truncate text-sm font-medium">{account.email}</span>
          <span className="block text-xs text-faint">{role}</span>
        </span>
      </button>
      <section
        id={MENU}
        popover="auto"
        aria-label={t("account.open", { name })}
        className="fixed inset-auto top-16 right-4 m-0 w-72 max-w-[calc(100vw-2rem)] rounded-2xl border border-line bg-surface p-5 text-ink shadow-2xl sm:right-6 lg:right-10"
      >
        <div className="flex flex-col gap-4">
          <div>
            <p className="font-semibold">{name}</p>
            <p className="text-sm break-all text-faint">
              {account.email} · {role}
            </p>
          </div>
          <ThemeField />
          <LanguageField />
          <Button variant="secondary" onClick={() => void session.signOut()}>
            <LogOut aria-hidden className="size-4" />
            {t("account.signOut")}
          </Button>
        </div>
      </section>
    </>
  );
}
