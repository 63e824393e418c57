import { forgetKey, keyFor, ok, stock } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { TextField, toast } from "@sagashop/shared/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StockItem } from "../api/types";
import { ReasonDialog } from "../reasons/ReasonDialog";

/** Corrects what is on the shelf by a difference, so that sales in between are kept. */
export function AdjustDialog({ item, onClose }: { item: StockItem; onClose: () => void }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const [fault, setFault] = useState(false);
  const delta = deltaFrom(text);
  const adjust = async (reason: string) => {
    setFault(delta === null);
    if (delta === null) {
      throw new Error(t("stock.deltaFault"));
    }
    const purpose = `adjust:${item.productId}:${item.updatedAt}:${delta}`;
    await ok(
      stock.POST("/inventory/adjust", {
        params: { header: { "Idempotency-Key": keyFor(purpose) } },
        body: { productId: item.productId, delta, reason },
      }),
    );
    forgetKey(purpose);
    toast(t("stock.adjusted"), "good");
    await queries.invalidateQueries({ queryKey: ["stock"] });
  };
  return (
    <ReasonDialog
      title={t("stock.adjustTitle", { sku: item.sku })}
      text={t("stock.adjustText")}
      confirm={t("stock.adjust")}
      onConfirm={({ reason }) => adjust(reason)}
      onClose={onClose}
    >
      <TextField
        label={t("stock.deltaLabel")}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        placeholder="-3"
        hint={
          delta === null
            ? t("stock.deltaHint")
            : t("stock.deltaResult", {
                before: number(item.onHand),
                after: number(item.onHand + delta),
              })
        }
        error={fault && delta === null ? t("stock.deltaFault") : undefined}
        onChange={({ target }) => setText(target.value)}
      />
    </ReasonDialog>
  );
}

/** A whole number with its sign, other than zero; null if it is none. */
export function deltaFrom(text: string): number | null {
  const plain = text.trim().replace("−", "-");
  const delta = /^[+-]?\d{1,9}$/.test(plain) ? Number(plain) : 0;
  return delta === 0 ? null : delta;
}
