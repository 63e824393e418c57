import { useFormats } from "@sagashop/shared/i18n";
import { Button, Dialog, ProblemNote } from "@sagashop/shared/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Conflict, Difference, Field } from "./conflict";

type Choices = Partial<Record<Field, "mine" | "theirs">>;

interface Props {
  conflict: Conflict;
  categories: { id: number; path: string }[];
  onChosen: (choices: Choices) => Promise<unknown>;
  onClose: () => void;
}

/** Somebody else saved first: shows both, field by field, and lets the person choose. */
export function ConflictDialog({ conflict, categories, onChosen, onClose }: Props) {
  const { t } = useTranslation();
  const { t: common } = useTranslation("common");
  const [choices, setChoices] = useState<Choices>({});
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      await onChosen(choices);
    } catch (error) {
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t("products.conflict.title")}
      description={t("products.conflict.text")}
    >
      <div className="flex flex-col gap-4">
        {conflict.differences.map((difference) => (
          <Choice
            key={difference.field}
            difference={difference}
            categories={categories}
            chosen={choices[difference.field] ?? "mine"}
            onChoose={(chosen) => setChoices({ ...choices, [difference.field]: chosen })}
          />
        ))}
        {refusal !== null && <ProblemNote error={refusal} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            {common("actions.cancel")}
          </Button>
          <Button busy={busy} onClick={save}>
            {t("products.conflict.save")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  difference: Difference;
  categories: Props["categories"];
  chosen: "mine" | "theirs";
  onChoose: (chosen: "mine" | "theirs") => void;
}

const FIELD_WORDS = {
  name: "products.name",
  description: "products.description",
  price: "products.price",
  categoryId: "products.category",
  status: "products.status",
} as const;

function Choice({ difference, categories, chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const shown = (value: Difference["mine"]) => {
    if (value === null || value === "") {
      return t("products.conflict.empty");
    }
    switch (difference.field) {
      case "price":
        return money(Number(value));
      case "categoryId":
        return categories.find(({ id }) => id === value)?.path ?? String(value);
      case "status":
        return t(`products.statuses.${value as "ACTIVE"}`);
      default:
        return String(value);
    }
  };
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t(FIELD_WORDS[difference.field])}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {(["mine", "theirs"] as const).map((side) => (
          <label
            key={side}
            className="flex cursor-pointer items-start gap-3 rounded-xl border border-edge p-3 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={`conflict-${difference.field}`}
              checked={chosen === side}
              onChange={() => onChoose(side)}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block text-sm text-faint">{t(`products.conflict.${side}`)}</span>
              <span className="block break-words">{shown(difference[side])}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
