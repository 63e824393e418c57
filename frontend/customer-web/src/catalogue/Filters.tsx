import { SelectField, TextField } from "@sagashop/shared/ui";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type CatalogueSearch, type CatalogueSort, SORTS } from "./search";

export function Filters({ search }: { search: CatalogueSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: "/" });
  const change = (fields: CatalogueSearch) =>
    void navigate({ search: (before) => ({ ...before, ...fields }), replace: true });
  return (
    <section
      aria-label={t("catalogue.filters")}
      className="grid grid-cols-2 gap-4 sm:max-w-3xl sm:grid-cols-4"
    >
      <Price
        key={`min${search.min}`}
        label={t("catalogue.min")}
        value={search.min}
        onChange={(min) => change({ min })}
      />
      <Price
        key={`max${search.max}`}
        label={t("catalogue.max")}
        value={search.max}
        onChange={(max) => change({ max })}
      />
      <div className="col-span-2">
        <SelectField
          label={t("catalogue.sort")}
          value={search.sort ?? ""}
          onChange={(event) => change({ sort: (event.target.value || undefined) as CatalogueSort })}
        >
          <option value="">
            {search.q ? t("catalogue.relevance") : t("catalogue.sorts.newest")}
          </option>
          {SORTS.filter((sort) => sort !== "newest" || search.q).map((sort) => (
            <option key={sort} value={sort}>
              {t(`catalogue.sorts.${sort}`)}
            </option>
          ))}
        </SelectField>
      </div>
    </section>
  );
}

/** Takes effect when it is left, so that no half-typed number is searched for. */
function Price({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}) {
  return (
    <TextField
      label={label}
      type="number"
      inputMode="decimal"
      min={0}
      step="0.01"
      defaultValue={value ?? ""}
      onBlur={(event) => onChange(numberOf(event.target.value))}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          onChange(numberOf(event.currentTarget.value));
        }
      }}
    />
  );
}

function numberOf(text: string): number | undefined {
  const value = Number(text);
  return text !== "" && Number.isFinite(value) && value >= 0 ? value : undefined;
}
