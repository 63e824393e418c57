import { SelectField, TextField } from "@sagashop/shared/ui";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { FilterText } from "../table/FilterText";
import { REASONS, type ReleaseSearch } from "./search";

export function Filters({ search }: { search: ReleaseSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: "/releases" });
  const change = (part: Partial<ReleaseSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <search
      aria-label={t("filters.label")}
      className="mb-4 grid grid-cols-1 gap-3 min-[26rem]:grid-cols-2 lg:grid-cols-4"
    >
      <FilterText
        label={t("filters.orderId")}
        inputMode="numeric"
        value={search.orderId?.toString()}
        onChange={(text) => change({ orderId: Number(text) > 0 ? Number(text) : undefined })}
      />
      <SelectField
        label={t("releases.reason")}
        value={search.reason ?? ""}
        onChange={({ target }) => change({ reason: REASONS.find((each) => each === target.value) })}
      >
        <option value="">{t("filters.all")}</option>
        {REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {t(`releases.reasons.${reason}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("filters.from")}
        type="date"
        value={search.from ?? ""}
        max={search.to}
        onChange={({ target }) => change({ from: target.value || undefined })}
      />
      <TextField
        label={t("filters.to")}
        type="date"
        value={search.to ?? ""}
        min={search.from}
        onChange={({ target }) => change({ to: target.value || undefined })}
      />
    </search>
  );
}
