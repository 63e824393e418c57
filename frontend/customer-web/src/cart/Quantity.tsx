import { Minus, Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  value: number;
  most: number;
  onChange: (quantity: number) => void;
  /** Of what. */
  name: string;
}

const STEP =
  "flex size-11 items-center justify-center rounded-lg text-ink hover:bg-sunken disabled:opacity-40";

export function Quantity({ value, most, onChange, name }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const settle = (wanted: number) => {
    const quantity = Math.max(1, Math.min(most, Math.trunc(wanted) || 1));
    setText(String(quantity));
    onChange(quantity);
  };
  return (
    <fieldset className="flex items-center rounded-lg border border-edge bg-surface">
      <legend className="sr-only">{t("cart.quantityOf", { name })}</legend>
      <button
        type="button"
        aria-label={t("cart.less", { name })}
        className={STEP}
        disabled={value <= 1}
        onClick={() => settle(value - 1)}
      >
        <Minus aria-hidden className="size-4" />
      </button>
      <input
        type="text"
        inputMode="numeric"
        aria-label={t("cart.quantityOf", { name })}
        value={text}
        onChange={(event) => setText(event.target.value.replace(/\D/g, "").slice(0, 4))}
        onBlur={() => settle(Number(text))}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            settle(Number(text));
          }
        }}
        className="h-11 w-12 bg-transparent text-center font-medium"
      />
      <button
        type="button"
        aria-label={t("cart.moreOf", { name })}
        className={STEP}
        disabled={value >= most}
        onClick={() => settle(value + 1)}
      >
        <Plus aria-hidden className="size-4" />
      </button>
    </fieldset>
  );
}
