import { Button, TextField } from "@sagashop/shared/ui";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Product } from "../api/types";

interface Props {
  image: Product["images"][number];
  place: number;
  last: number;
  readOnly: boolean;
  busy: boolean;
  onMove: (by: -1 | 1) => void;
  onAlt: (alt: string) => void;
  onRemove: () => void;
}

export function ImageRow(props: Props) {
  const { image, place, readOnly } = props;
  const { t } = useTranslation();
  const { t: common } = useTranslation("common");
  const [alt, setAlt] = useState(image.alt ?? "");
  const isChanged = alt.trim() !== (image.alt ?? "");
  return (
    <li className="flex flex-wrap items-start gap-4">
      <img
        src={image.url}
        alt={image.alt ?? ""}
        width={96}
        height={96}
        className="size-24 rounded-xl bg-sunken object-cover"
      />
      <div className="flex min-w-40 flex-1 flex-col gap-2">
        <TextField
          label={t("products.images.alt", { place })}
          value={alt}
          maxLength={255}
          disabled={readOnly}
          onChange={({ target }) => setAlt(target.value)}
        />
        {!readOnly && (
          <div className="flex flex-wrap gap-1">
            {isChanged && (
              <Button small busy={props.busy} onClick={() => props.onAlt(alt.trim())}>
                {common("actions.save")}
              </Button>
            )}
            <RowButtons {...props} />
          </div>
        )}
      </div>
    </li>
  );
}

function RowButtons({ place, last, busy, onMove, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        small
        variant="quiet"
        aria-label={t("products.images.up", { place })}
        disabled={busy || place === 1}
        onClick={() => onMove(-1)}
      >
        <ArrowUp aria-hidden className="size-4" />
      </Button>
      <Button
        small
        variant="quiet"
        aria-label={t("products.images.down", { place })}
        disabled={busy || place === last}
        onClick={() => onMove(1)}
      >
        <ArrowDown aria-hidden className="size-4" />
      </Button>
      <Button
        small
        variant="quiet"
        aria-label={t("products.images.remove", { place })}
        disabled={busy}
        onClick={onRemove}
      >
        <Trash2 aria-hidden className="size-4" />
      </Button>
    </>
  );
}
