import { useFormats } from "@sagashop/shared/i18n";
import { Button } from "@sagashop/shared/ui";
import { useTranslation } from "react-i18next";
import type { Change } from "./review";

/** What has changed since; the rest of the cart stays as it is. */
export function Changes({ changes, onAccept }: { changes: Change[]; onAccept: () => void }) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const text = (change: Change) => {
    const { name, price, quantity } = change.line;
    switch (change.kind) {
      case "price":
        return t("changes.price", { name, before: money(price), now: money(change.price) });
      case "fewer":
        return t("changes.fewer", { name, wanted: quantity, available: change.available });
      case "soldOut":
        return t("changes.soldOut", { name });
      case "gone":
        return t("changes.gone", { name });
    }
  };
  return (
    <div role="alert" className="flex flex-col gap-3 rounded-xl bg-warn-soft p-4">
      <h2 className="text-lg font-semibold text-warn">{t("changes.title")}</h2>
      <ul className="list-disc pl-5">
        {changes.map((change) => (
          <li key={`${change.kind}${change.line.productId}`}>{text(change)}</li>
        ))}
      </ul>
      <p className="text-sm">{t("changes.rest")}</p>
      <div>
        <Button onClick={onAccept}>{t("changes.accept")}</Button>
      </div>
    </div>
  );
}
