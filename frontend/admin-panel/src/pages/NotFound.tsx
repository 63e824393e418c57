import { buttonClass, EmptyState } from "@sagashop/shared/ui";
import { Link } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useTitle } from "./useTitle";

export function NotFound() {
  const { t } = useTranslation("common");
  const { t: own } = useTranslation();
  useTitle(t("state.notFoundTitle"));
  return (
    <>
      <h1 className="sr-only">{t("state.notFoundTitle")}</h1>
      <EmptyState
        icon={<Compass aria-hidden />}
        title={t("state.notFoundTitle")}
        action={
          <Link to="/" className={buttonClass("secondary")}>
            {own("nav.dashboard")}
          </Link>
        }
      >
        {t("state.notFoundText")}
      </EmptyState>
    </>
  );
}
