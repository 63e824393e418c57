import { Badge } from "@sagashop/shared/ui";
import { useTranslation } from "react-i18next";

/** Whether the page hears of changes by itself, or asks for them. */
export function LiveMark({ live }: { live: boolean }) {
  const { t } = useTranslation("common");
  return (
    <Badge tone={live ? "good" : "neutral"}>
      <span
        aria-hidden
        className={live ? "size-2 rounded-full bg-good" : "size-2 rounded-full bg-faint"}
      />
      {live ? t("state.live") : t("state.polling")}
    </Badge>
  );
}
