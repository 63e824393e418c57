import { SelectField, TextArea, TextField } from "@sagashop/shared/ui";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { NewCategory } from "./NewCategory";
import type { ProductForm } from "./productForm";
import { PRODUCT_STATUSES } from "./search";

interface Props {
  form: UseFormReturn<ProductForm>;
  categories: { id: number; path: string }[];
  readOnly: boolean;
  onHandHint?: string;
}

export function ProductFields({ form, categories, readOnly, onHandHint }: Props) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const { errors } = form.formState;
  const fault = (name: keyof ProductForm) => {
    const message = errors[name]?.message;
    return message && t(`products.faults.${message as "price"}`);
  };
  return (
    <fieldset disabled={readOnly} className="grid gap-4 sm:grid-cols-2">
      <legend className="sr-only">{t("products.data")}</legend>
      <div className="sm:col-span-2">
        <TextField
          label={t("products.name")}
          maxLength={255}
          error={fault("name")}
          {...form.register("name")}
        />
      </div>
      <div className="flex flex-col gap-2">
        <SelectField
          // The choices arrive after the value: only then can the browser show it.
          key={categories.length}
          label={t("products.category")}
          {...form.register("categoryId")}
        >
          <option value="">{t("products.uncategorized")}</option>
          {categories.map(({ id, path }) => (
            <option key={id} value={id}>
              {path}
            </option>
          ))}
        </SelectField>
        {!readOnly && !adding && (
          <button
            type="button"
            onClick={() => setAdding(true)}
            className="min-h-6 self-start text-sm text-accent underline"
          >
            {t("products.newCategory.open")}
          </button>
        )}
      </div>
      <SelectField label={t("products.status")} {...form.register("status")}>
        {PRODUCT_STATUSES.map((status) => (
          <option key={status} value={status}>
            {t(`products.statuses.${status}`)}
          </option>
        ))}
      </SelectField>
      {adding && (
        <div className="sm:col-span-2">
          <NewCategory
            categories={categories}
            onCreated={(id) => {
              setAdding(false);
              form.setValue("categoryId", String(id), { shouldDirty: true });
            }}
            onClose={() => setAdding(false)}
          />
        </div>
      )}
      <TextField
        label={t("products.price")}
        inputMode="decimal"
        autoComplete="off"
        error={fault("price")}
        {...form.register("price")}
      />
      <TextField
        label={t("products.onHand")}
        inputMode="numeric"
        autoComplete="off"
        hint={onHandHint}
        error={fault("onHand")}
        {...form.register("onHand")}
      />
      <div className="sm:col-span-2">
        <TextArea
          label={t("products.description")}
          rows={6}
          maxLength={2000}
          error={fault("description")}
          {...form.register("description")}
        />
      </div>
    </fieldset>
  );
}
