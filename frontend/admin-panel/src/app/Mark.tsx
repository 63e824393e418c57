import { useTranslation } from "react-i18next";

/** The name of the shop with its sign: three steps of which each holds the next. */
export function Mark() {
  const { t } = useTranslation();
  return (
    <span className="flex items-center gap-2.5">
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-8 shrink-0">
        <rect width="32" height="32" rx="9" className="fill-accent" />
        <path
          d="M8 22h6v-6h6v-6h5"
          fill="none"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-on-accent"
        />
      </svg>
      <span className="leading-tight">
        <span className="block font-semibold tracking-tight">{t("app.name")}</span>
        <span className="block text-xs text-faint">{t("app.desk")}</span>
      </span>
    </span>
  );
}
