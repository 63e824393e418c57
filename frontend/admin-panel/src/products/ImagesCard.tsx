import { catalogue, ok, problemFrom } from "@sagashop/shared/api";
import { Button, Card, ProblemNote, TextField } from "@sagashop/shared/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ImagePlus } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Product } from "../api/types";
import { CardTitle } from "../pages/CardTitle";
import { ImageRow } from "./ImageRow";
import { formOf, requestOf } from "./productForm";
import { changeProduct, uploadImage } from "./saving";

/** The pictures of a product, in the order in which the shop shows them. */
export function ImagesCard({ product, readOnly }: { product: Product; readOnly: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: () => queries.invalidateQueries({ queryKey: ["products"] }),
  });
  const run = (act: () => Promise<unknown>) => change.mutateAsync(act).catch(() => undefined);
  const path = { id: product.id };
  const arrange = (images: { id: number; alt?: string | null }[]) =>
    run(() => ok(catalogue.PUT("/products/{id}/images", { params: { path }, body: { images } })));
  const entries = product.images.map(({ id, alt }) => ({ id, alt }));
  return (
    <Card className="self-start">
      <CardTitle>{t("products.images.title")}</CardTitle>
      {product.images.length === 0 && (
        <p className="mb-4 text-faint">{t("products.images.none")}</p>
      )}
      <ol aria-label={t("products.images.title")} className="flex flex-col gap-4">
        {product.images.map((image, index) => (
          <ImageRow
            key={image.id}
            image={image}
            place={index + 1}
            last={product.images.length}
            readOnly={readOnly}
            busy={change.isPending}
            onMove={(by) => arrange(moved(entries, index, index + by))}
            onAlt={(alt) =>
              arrange(entries.map((entry) => (entry.id === image.id ? { ...entry, alt } : entry)))
            }
            onRemove={() =>
              run(() =>
                ok(
                  catalogue.DELETE("/products/{id}/images/{imageId}", {
                    params: { path: { ...path, imageId: image.id } },
                  }),
                ),
              )
            }
          />
        ))}
      </ol>
      {change.error && <ProblemNote error={change.error} className="mt-4" />}
      {!readOnly && <AddImages product={product} busy={change.isPending} run={run} />}
    </Card>
  );
}

function moved<T>(list: T[], from: number, to: number): T[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

interface AddProps {
  product: Product;
  busy: boolean;
  run: (act: () => Promise<unknown>) => Promise<unknown>;
}

function AddImages({ product, busy, run }: AddProps) {
  const { t } = useTranslation();
  const files = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState("");
  const [fault, setFault] = useState<string>();
  const [refused, setRefused] = useState<string[]>([]);

  const upload = () =>
    run(async () => {
      const failures: string[] = [];
      for (const file of files.current?.files ?? []) {
        await uploadImage(product.id, file).catch((error) =>
          failures.push(`${file.name}: ${problemFrom(error).message}`),
        );
      }
      setRefused(failures);
      if (files.current) {
        files.current.value = "";
      }
    });

  const addAddress = async () => {
    const url = address.trim();
    const isKnown = product.imageUrls.includes(url);
    setFault(
      isKnown
        ? t("products.images.duplicate")
        : /^https?:\/\/\S+$/.test(url)
          ? undefined
          : t("products.images.noAddress"),
    );
    if (!isKnown && /^https?:\/\/\S+$/.test(url)) {
      const request = requestOf(formOf(product, null));
      await run(() =>
        changeProduct(product.id, product.version, {
          ...request,
          imageUrls: [...product.imageUrls, url],
        }),
      );
      setAddress("");
    }
  };

  return (
    <div className="mt-6 flex flex-col gap-4 border-t border-line pt-4">
      <TextField
        ref={files}
        label={t("products.images.files")}
        hint={t("products.images.filesHint")}
        type="file"
        multiple
        disabled={busy}
        accept="image/jpeg,image/png,image/gif,image/webp"
        className="py-2"
        error={refused.length > 0 ? refused.join(" ") : undefined}
        onChange={upload}
      />
      <TextField
        label={t("products.images.address")}
        type="url"
        value={address}
        error={fault}
        onChange={({ target }) => setAddress(target.value)}
      />
      <div>
        <Button variant="secondary" small busy={busy} onClick={addAddress}>
          <ImagePlus aria-hidden className="size-4" />
          {t("products.images.add")}
        </Button>
      </div>
    </div>
  );
}
