import { ORDER_STATUSES, SelectField, TextField } from "@sagashop/shared/ui";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { FilterText } from "../table/FilterText";
import type { OrderSearch } from "./search";

/** Every filter is in the address: it survives a reload, and can be sent to somebody. */
export function Filters({ search }: { search: OrderSearch }) {
  const { t } = useTranslation();
  const { t: common } = useTranslation("common");
  const navigate = useNavigate({ from: "/orders" });
  const change = (part: Partial<OrderSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <search
      aria-label={t("orders.filters.label")}
      className="mb-4 grid grid-cols-1 gap-3 min-[26rem]:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr]"
    >
      <FilterText
        label={t("orders.filters.customer")}
        placeholder={t("orders.filters.customerHint")}
        value={search.customer}
        onChange={(customer) => change({ customer })}
      />
      <SelectField
        label={t("orders.filters.status")}
        value={search.status ?? ""}
        onChange={(event) =>
          change({ status: ORDER_STATUSES.find((status) => status === event.target.value) })
        }
      >
        <option value="">{t("orders.filters.anyStatus")}</option>
        {ORDER_STATUSES.map((status) => (
          <option key={status} value={status}>
            {common(`status.${status}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("filters.from")}
        type="date"
        value={search.from ?? ""}
        max={search.to}
        onChange={(event) => change({ from: event.target.value || undefined })}
      />
      <TextField
        label={t("filters.to")}
        type="date"
        value={search.to ?? ""}
        min={search.from}
        onChange={(event) => change({ to: event.target.value || undefined })}
      />
    </search>
  );
}
