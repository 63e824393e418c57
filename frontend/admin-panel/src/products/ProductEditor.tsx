import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Card, ProblemNote, toast } from "@sagashop/shared/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Product, ProductRequest, StockItem } from "../api/types";
import { ConflictDialog } from "./ConflictDialog";
import { type Conflict, conflictIn, merge } from "./conflict";
import { ProductFields } from "./ProductFields";
import { formOf, type ProductForm, productForm, requestOf, sameFields } from "./productForm";
import { changeProduct, correctStock, countFirst } from "./saving";
import { categoriesQuery } from "./useCategories";

interface Props {
  product: Product;
  counted: StockItem | null;
  readOnly: boolean;
}

export function ProductEditor({ product, counted, readOnly }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const categories = useQuery(categoriesQuery).data ?? [];
  const [base, setBase] = useState({ product, counted });
  const [conflict, setConflict] = useState<{ request: ProductRequest; found: Conflict } | null>(
    null,
  );
  const [refusal, setRefusal] = useState<unknown>(null);
  const form = useForm<ProductForm>({
    resolver: zodResolver(productForm),
    defaultValues: formOf(base.product, base.counted?.onHand ?? null),
  });

  /** A new picture makes a new version too; only a change of what the form shows is a conflict. */
  const version = sameFields(product, base.product) ? product.version : base.product.version;

  const save = async (request: ProductRequest, seen: number) => {
    const saved = await changeProduct(product.id, seen, request);
    const onHand = Number(form.getValues("onHand"));
    const stockNow = await saveStock(base.counted, product.id, onHand, t("products.stockReason"));
    queries.setQueryData(["products", "one", product.id], saved);
    setBase({ product: saved, counted: stockNow });
    form.reset(formOf(saved, onHand));
    toast(t("products.saved"), "good");
    void queries.invalidateQueries({ queryKey: ["products", "list"] });
    void queries.invalidateQueries({ queryKey: ["stock"] });
  };

  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    const request = requestOf(values);
    try {
      await save(request, version);
    } catch (error) {
      const found = conflictIn(error);
      if (found) {
        setConflict({ request, found });
      } else {
        setRefusal(error);
      }
    }
  });

  const choose = async (choices: Parameters<typeof merge>[2]) => {
    if (conflict) {
      await save(merge(conflict.request, conflict.found, choices), conflict.found.version);
      setConflict(null);
    }
  };

  return (
    <Card>
      <form onSubmit={submit} noValidate className="flex flex-col gap-6">
        <ProductFields
          form={form}
          categories={categories}
          readOnly={readOnly}
          onHandHint={
            counted
              ? t("products.onHandHint", {
                  reserved: counted.reserved,
                  available: counted.available,
                })
              : t("products.notCountedHint")
          }
        />
        {refusal !== null && <ProblemNote error={refusal} />}
        {!readOnly && (
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" busy={form.formState.isSubmitting}>
              {t("products.save")}
            </Button>
            {form.formState.isDirty && (
              <span className="text-sm text-faint">{t("products.unsaved")}</span>
            )}
          </div>
        )}
      </form>
      {conflict && (
        <ConflictDialog
          conflict={conflict.found}
          categories={categories}
          onChosen={choose}
          onClose={() => setConflict(null)}
        />
      )}
    </Card>
  );
}

async function saveStock(
  seen: StockItem | null,
  productId: number,
  onHand: number,
  reason: string,
): Promise<StockItem | null> {
  if (!seen) {
    if (onHand > 0) {
      await countFirst(productId, onHand);
    }
    return null;
  }
  if (onHand === seen.onHand) {
    return seen;
  }
  await correctStock(seen, onHand, reason);
  return { ...seen, onHand, updatedAt: new Date().toISOString() };
}
