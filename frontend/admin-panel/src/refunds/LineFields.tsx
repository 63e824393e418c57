import { useFormats } from "@sagashop/shared/i18n";
import { TextField } from "@sagashop/shared/ui";
import type { UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { type Draft, type Line, unitsName } from "./draft";

interface Props {
  form: UseFormReturn<Draft>;
  lines: Line[];
  fault: (message: string | undefined) => string | undefined;
}

export function LineFields({ form, lines, fault }: Props) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const faults = form.formState.errors.units;
  const whole = faults?.all?.message;
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{t("refund.units")}</legend>
      <ul className="divide-y divide-line rounded-xl border border-line">
        {lines.map((line) => (
          <li
            key={line.productId}
            className="flex flex-wrap items-center justify-between gap-3 p-3"
          >
            <span className="min-w-0">
              <span className="block font-medium">{line.title}</span>
              <span className="block text-sm text-faint">
                {t("orders.units", { count: line.ordered, price: money(line.price) })}
              </span>
            </span>
            <TextField
              label={t("refund.unitsOf", { title: line.title })}
              labelHidden
              type="number"
              min={0}
              max={line.ordered}
              placeholder="0"
              className="sm:w-28"
              error={fault(faults?.[unitsName(line.productId)]?.message)}
              {...form.register(`units.${unitsName(line.productId)}`)}
            />
          </li>
        ))}
      </ul>
      {whole && (
        <p role="alert" className="mt-2 text-sm text-bad">
          {fault(whole)}
        </p>
      )}
    </fieldset>
  );
}
