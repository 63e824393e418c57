import { catalogue, ok } from "@sagashop/shared/api";
import { Button, toast } from "@sagashop/shared/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Product } from "../api/types";
import { ConfirmDialog } from "../reasons/ConfirmDialog";

export function DeleteButton({ product: { id, name } }: { product: Product }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const remove = async () => {
    await ok(catalogue.DELETE("/products/{id}", { params: { path: { id } } }));
    toast(t("products.deleted", { name }), "good");
    await navigate({ to: "/products" });
    queries.removeQueries({ queryKey: ["products", "one", id] });
    await queries.invalidateQueries({ queryKey: ["products"] });
  };
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden className="size-4" />
        {t("products.delete")}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t("products.deleteTitle", { name })}
          text={t("products.deleteText")}
          confirm={t("products.delete")}
          onConfirm={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
