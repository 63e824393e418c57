import { useNavigate, useSearch } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Searches from every page; on the catalogue it keeps the other filters. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { q = "" } = useSearch({ strict: false });
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: "/", search: (before) => ({ ...before, q: text.trim() || undefined }) });
  };
  return (
    <search className="order-last w-full sm:order-none sm:w-auto sm:max-w-md sm:flex-1">
      <form onSubmit={submit} className="relative">
        <label htmlFor="search" className="sr-only">
          {t("frame.search")}
        </label>
        <input
          id="search"
          type="search"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t("frame.search")}
          className="min-h-11 w-full rounded-full border border-edge bg-surface pr-12 pl-4 placeholder:text-faint"
        />
        <button
          type="submit"
          aria-label={t("frame.find")}
          className="absolute inset-y-0 right-0 flex w-11 items-center justify-center rounded-full text-faint hover:text-ink"
        >
          <Search aria-hidden className="size-5" />
        </button>
      </form>
    </search>
  );
}
