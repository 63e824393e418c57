import { buttonClass, EmptyState } from "@sagashop/shared/ui";
import { Link } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useTitle } from "./useTitle";

export function NotFound() {
  const { t } = useTranslation(["app", "common"]);
  useTitle(t("common:state.notFoundTitle"));
  return (
    <>
      <h1 className="sr-only">{t("common:state.notFoundTitle")}</h1>
      <EmptyState
        icon={<Compass aria-hidden />}
        title={t("common:state.notFoundTitle")}
        action={
          <Link to="/" className={buttonClass()}>
            {t("frame.toShop")}
          </Link>
        }
      >
        {t("common:state.notFoundText")}
      </EmptyState>
    </>
  );
}
