import { session, useAccount } from "@sagashop/shared/session";
import { Button, Card, LanguageField, ThemeField } from "@sagashop/shared/ui";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useTitle } from "../app/useTitle";
import { SignedIn } from "./SignedIn";

export function AccountPage() {
  const { t } = useTranslation();
  useTitle(t("frame.account"));
  return (
    <SignedIn>
      <div className="mx-auto flex max-w-xl flex-col gap-6">
        <h1 className="text-3xl font-bold tracking-tight">{t("frame.account")}</h1>
        <Person />
        <Card aria-label={t("account.preferences")} className="flex flex-col gap-4">
          <h2 className="text-lg font-semibold">{t("account.preferences")}</h2>
          <ThemeField />
          <LanguageField />
        </Card>
      </div>
    </SignedIn>
  );
}

function Person() {
  const { t } = useTranslation();
  const account = useAccount();
  const leaving = useMutation({ mutationFn: () => session.signOut() });
  return (
    account && (
      <Card aria-label={t("account.you")} className="flex flex-col gap-3">
        <p className="text-lg font-semibold">
          {account.firstName} {account.lastName}
        </p>
        <p className="text-faint">{account.email}</p>
        <div className="flex flex-wrap items-center gap-4">
          <Link to="/orders" className="underline">
            {t("frame.orders")}
          </Link>
          <Button variant="secondary" busy={leaving.isPending} onClick={() => leaving.mutate()}>
            {t("account.signOut")}
          </Button>
        </div>
      </Card>
    )
  );
}
