import { useTranslation } from "react-i18next";

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** A span of time in its largest unit, as people say it. */
export function useAge(): (seconds: number) => string {
  const { i18n } = useTranslation();
  return (seconds) => {
    const [unit, size] = UNITS.find(([, each]) => seconds >= each) ?? (["second", 1] as const);
    return new Intl.NumberFormat(i18n.language, {
      style: "unit",
      unit,
      unitDisplay: "long",
    }).format(Math.floor(seconds / size));
  };
}
