import clsx from "clsx";
import { useTranslation } from "react-i18next";
import type { Availability } from "./queries";

const LOOKS: Record<Availability, string> = {
  in: "text-good",
  low: "text-warn",
  out: "text-faint",
};

/** Whether something can be had; a line of its height while that is not known. */
export function Stock({
  availability,
  units,
}: {
  availability: Availability | undefined;
  units?: number | undefined;
}) {
  const { t } = useTranslation();
  return (
    <p className={clsx("min-h-6 text-sm font-medium", availability && LOOKS[availability])}>
      {availability &&
        (units !== undefined && units > 0
          ? t("stock.units", { count: units })
          : t(`stock.${availability}`))}
    </p>
  );
}
