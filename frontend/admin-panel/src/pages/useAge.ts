import { useFormats } from "@sagashop/shared/i18n";

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** A span of time in its largest unit, as people say it. */
export function useAge(): (seconds: number) => string {
  const { number } = useFormats();
  return (seconds) => {
    const [unit, size] = UNITS.find(([, each]) => seconds >= each) ?? (["second", 1] as const);
    return number(Math.floor(seconds / size), { style: "unit", unit, unitDisplay: "long" });
  };
}
