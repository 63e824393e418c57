import { useEffect } from "react";
import { useTranslation } from "react-i18next";

export function useTitle(title: string): void {
  const { t } = useTranslation();
  const whole = t("app.title", { page: title });
  useEffect(() => {
    document.title = whole;
  }, [whole]);
}
