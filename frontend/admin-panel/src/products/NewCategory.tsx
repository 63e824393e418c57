import { catalogue, ok } from "@sagashop/shared/api";
import { Button, ProblemNote, SelectField, TextField } from "@sagashop/shared/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { categoriesQuery } from "./useCategories";

interface Props {
  categories: { id: number; path: string }[];
  onCreated: (id: number) => void;
  onClose: () => void;
}

/** Within the form of a product, so that nothing that was typed there is lost. */
export function NewCategory({ categories, onCreated, onClose }: Props) {
  const { t } = useTranslation();
  const { t: common } = useTranslation("common");
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const [parent, setParent] = useState("");
  const [missing, setMissing] = useState(false);
  const create = useMutation({
    mutationFn: () =>
      ok(
        catalogue.POST("/categories", {
          body: {
            name: name.trim(),
            description: description.trim() || null,
            parentId: parent ? Number(parent) : null,
          },
        }),
      ),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: categoriesQuery.queryKey });
      onCreated(id);
    },
  });
  return (
    <fieldset className="flex flex-col gap-3 rounded-xl bg-sunken p-4">
      <legend className="sr-only">{t("products.newCategory.open")}</legend>
      <TextField
        label={t("products.newCategory.name")}
        value={name}
        maxLength={255}
        error={missing ? t("products.faults.nameMissing") : undefined}
        onChange={({ target }) => setName(target.value)}
      />
      <TextField
        label={t("products.newCategory.description")}
        value={description}
        maxLength={2000}
        onChange={({ target }) => setDescription(target.value)}
      />
      <SelectField
        label={t("products.newCategory.parent")}
        value={parent}
        onChange={({ target }) => setParent(target.value)}
      >
        <option value="">{t("products.newCategory.noParent")}</option>
        {categories.map(({ id, path }) => (
          <option key={id} value={id}>
            {path}
          </option>
        ))}
      </SelectField>
      {create.error && <ProblemNote error={create.error} />}
      <div className="flex flex-wrap gap-2">
        <Button
          small
          busy={create.isPending}
          onClick={() => {
            setMissing(!name.trim());
            if (name.trim()) {
              create.mutate();
            }
          }}
        >
          {t("products.newCategory.create")}
        </Button>
        <Button small variant="quiet" onClick={onClose}>
          {common("actions.cancel")}
        </Button>
      </div>
    </fieldset>
  );
}
