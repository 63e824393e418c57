import { useSession } from "@sagashop/shared/session";
import { Loading, Skeleton } from "@sagashop/shared/ui";
import { Link, Navigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SignInForm } from "../account/SignInForm";
import { CheckoutPage } from "./Steps";

export function AccountStep() {
  const { t } = useTranslation();
  const session = useSession();
  if (session.kind === "signedIn") {
    return <Navigate to="/checkout/review" replace />;
  }
  return (
    <CheckoutPage step="account">
      {session.kind === "deciding" ? (
        <Loading>
          <Skeleton className="h-64" />
        </Loading>
      ) : (
        <>
          <p>
            {t("checkout.newHere")}{" "}
            <Link to="/sign-up" search={{ next: "/checkout/review" }} className="underline">
              {t("account.createOne")}
            </Link>
          </p>
          <SignInForm />
        </>
      )}
    </CheckoutPage>
  );
}
