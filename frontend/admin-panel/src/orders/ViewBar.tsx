import { Button, Dialog, TextField } from "@sagashop/shared/ui";
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import { Bookmark, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrderSearch } from "./search";
import { removeView, sameSearch, saveView, useSavedViews } from "./views";

const USUAL = [
  { name: "all", search: {} },
  { name: "paid", search: { status: "PAID" } },
  { name: "refunding", search: { status: "REFUND_PENDING" } },
  { name: "refused", search: { status: "REFUND_FAILED" } },
] as const;

const VIEW =
  "inline-flex min-h-9 items-center rounded-full border px-3 text-sm font-medium no-underline transition-colors";

function viewClass(chosen: boolean): string {
  return clsx(
    VIEW,
    chosen
      ? "border-accent bg-accent-soft text-accent"
      : "border-line bg-surface text-ink hover:border-edge",
  );
}

/** Filters that are used again and again, one click away. */
export function ViewBar({ search }: { search: OrderSearch }) {
  const { t } = useTranslation();
  const saved = useSavedViews();
  const [naming, setNaming] = useState(false);
  const isKept = [...USUAL, ...saved].some((view) => sameSearch(view.search, search));
  return (
    <nav aria-label={t("orders.views.label")} className="mb-4 flex flex-wrap items-center gap-2">
      {USUAL.map((view) => (
        <Link
          key={view.name}
          to="/orders"
          search={view.search}
          activeOptions={{ exact: true }}
          className={viewClass(sameSearch(view.search, search))}
        >
          {t(`orders.views.${view.name}`)}
        </Link>
      ))}
      {saved.map((view) => (
        <span key={view.name} className="inline-flex items-center gap-0.5">
          <Link
            to="/orders"
            search={view.search}
            activeOptions={{ exact: true }}
            className={viewClass(sameSearch(view.search, search))}
          >
            {view.name}
          </Link>
          <button
            type="button"
            aria-label={t("orders.views.remove", { name: view.name })}
            onClick={() => removeView(view.name)}
            className="flex size-7 items-center justify-center rounded-full text-faint hover:bg-sunken"
          >
            <X aria-hidden className="size-4" />
          </button>
        </span>
      ))}
      {!isKept && (
        <Button variant="quiet" small onClick={() => setNaming(true)}>
          <Bookmark aria-hidden className="size-4" />
          {t("orders.views.save")}
        </Button>
      )}
      {naming && <NameView search={search} onClose={() => setNaming(false)} />}
    </nav>
  );
}

function NameView({ search, onClose }: { search: OrderSearch; onClose: () => void }) {
  const { t } = useTranslation();
  const { t: common } = useTranslation("common");
  const [error, setError] = useState<string>();
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name")).trim();
    if (name) {
      saveView(name, search);
      onClose();
    } else {
      setError(t("orders.views.nameMissing"));
    }
  };
  return (
    <Dialog open onClose={onClose} title={t("orders.views.save")}>
      <form onSubmit={save} noValidate className="flex flex-col gap-4">
        <TextField name="name" label={t("orders.views.name")} maxLength={40} error={error} />
        <div className="flex justify-end">
          <Button type="submit">{common("actions.save")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
