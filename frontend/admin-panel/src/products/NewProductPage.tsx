import { zodResolver } from "@hookform/resolvers/zod";
import { problemFrom } from "@sagashop/shared/api";
import { Button, Card, ProblemNote, TextArea, TextField, toast } from "@sagashop/shared/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { AdminsOnly } from "../pages/AdminsOnly";
import { CardTitle } from "../pages/CardTitle";
import { Page } from "../pages/Page";
import { ProductFields } from "./ProductFields";
import { emptyForm, type ProductForm, productForm, requestOf } from "./productForm";
import { countFirst, createProduct, uploadImage } from "./saving";
import { categoriesQuery } from "./useCategories";

export function NewProductPage() {
  const { t } = useTranslation();
  return (
    <AdminsOnly title={t("products.new")}>
      <Page title={t("products.new")}>
        <NewProduct />
      </Page>
    </AdminsOnly>
  );
}

function NewProduct() {
  const { t } = useTranslation();
  const categories = useQuery(categoriesQuery).data ?? [];
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [refusal, setRefusal] = useState<unknown>(null);
  const [addresses, setAddresses] = useState("");
  const files = useRef<HTMLInputElement>(null);
  const form = useForm<ProductForm>({
    resolver: zodResolver(productForm),
    defaultValues: emptyForm(),
  });

  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    const imageUrls = addresses.split(/\s+/).filter(Boolean);
    try {
      const { id } = await createProduct({ ...requestOf(values), imageUrls });
      const failures = await finish(id, Number(values.onHand), [...(files.current?.files ?? [])]);
      await queries.invalidateQueries({ queryKey: ["products"] });
      if (failures.length === 0) {
        toast(t("products.created", { name: values.name.trim() }), "good");
      } else {
        toast(t("products.createdPartly"), "warn", failures.join(" "));
      }
      await navigate({ to: "/products/$productId", params: { productId: id } });
    } catch (error) {
      setRefusal(error);
    }
  });

  return (
    <form onSubmit={submit} noValidate className="flex max-w-3xl flex-col gap-6">
      <Card>
        <ProductFields form={form} categories={categories} readOnly={false} />
      </Card>
      <Card>
        <CardTitle>{t("products.images.title")}</CardTitle>
        <div className="flex flex-col gap-4">
          <TextField
            ref={files}
            label={t("products.images.files")}
            hint={t("products.images.filesHint")}
            type="file"
            multiple
            accept="image/jpeg,image/png,image/gif,image/webp"
            className="py-2"
          />
          <TextArea
            label={t("products.images.addresses")}
            hint={t("products.images.addressesHint")}
            value={addresses}
            onChange={({ target }) => setAddresses(target.value)}
          />
        </div>
      </Card>
      {refusal !== null && <ProblemNote error={refusal} />}
      <div>
        <Button type="submit" busy={form.formState.isSubmitting}>
          {t("products.create")}
        </Button>
      </div>
    </form>
  );
}

/** The product exists now: what fails from here on is said, and can be done on its own page. */
async function finish(id: number, onHand: number, files: File[]): Promise<string[]> {
  const failures: string[] = [];
  const attempt = (call: Promise<unknown>) =>
    call.catch((error) => failures.push(problemFrom(error).message));
  await attempt(countFirst(id, onHand));
  for (const file of files) {
    await attempt(uploadImage(id, file));
  }
  return failures;
}
