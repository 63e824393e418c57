import { useAccount } from "@sagashop/shared/session";
import { getRouteApi, Link, Navigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useTitle } from "../app/useTitle";
import { SignInForm } from "./SignInForm";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { t } = useTranslation();
  const { next } = route.useSearch();
  const account = useAccount();
  useTitle(t("account.signIn"));
  if (account) {
    return <Navigate to={next ?? "/"} replace />;
  }
  return (
    <div className="mx-auto flex max-w-md flex-col gap-6">
      <h1 className="text-3xl font-bold tracking-tight">{t("account.signIn")}</h1>
      <SignInForm />
      <p>
        {t("checkout.newHere")}{" "}
        <Link to="/sign-up" search={{ next }} className="underline">
          {t("account.createOne")}
        </Link>
      </p>
    </div>
  );
}
