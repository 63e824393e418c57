import { SelectField } from "@sagashop/shared/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { MailCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { deadLetters, LETTER_STATES, letterPath } from "../api/events";
import { AdminsOnly } from "../pages/AdminsOnly";
import { Page } from "../pages/Page";
import { List } from "../table/List";
import { useCursorPages } from "../table/useCursorPages";
import { LetterDialog } from "./LetterDialog";
import { LetterTable } from "./LetterTable";

const route = getRouteApi("/dead-letters");
const EVERY = 15_000;

export function DeadLettersPage() {
  const { t } = useTranslation();
  return (
    <AdminsOnly title={t("nav.deadLetters")}>
      <Page title={t("nav.deadLetters")} text={t("letters.text")}>
        <Letters />
      </Page>
    </AdminsOnly>
  );
}

function Letters() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/dead-letters" });
  const { topic, state, open } = search;
  const pages = useCursorPages({
    key: ["letters", "list", topic, state],
    load: async (from, signal) => {
      const { letters, next } = await deadLetters({ topic, state, from }, signal);
      return { items: letters, nextCursor: next };
    },
    every: EVERY,
  });
  const show = (path: string | undefined) =>
    void navigate({ search: (now) => ({ ...now, open: path }) });
  return (
    <>
      <Filters />
      <List
        pages={pages}
        empty={{
          icon: <MailCheck aria-hidden />,
          title: t("letters.emptyTitle"),
          text: t("letters.emptyText"),
        }}
      >
        {(rows) => <LetterTable rows={rows} onOpen={(letter) => show(letterPath(letter))} />}
      </List>
      {open && <LetterDialog path={open} onClose={() => show(undefined)} />}
    </>
  );
}

function Filters() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/dead-letters" });
  const topics = useQuery({
    queryKey: ["letters", "topics"],
    queryFn: ({ signal }) => deadLetters({}, signal),
    select: ({ topics: all }) => all,
  });
  const change = (part: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <search aria-label={t("filters.label")} className="mb-4 grid gap-3 sm:grid-cols-2">
      <SelectField
        label={t("letters.topic")}
        value={search.topic ?? ""}
        onChange={({ target }) => change({ topic: target.value || undefined })}
      >
        <option value="">{t("filters.all")}</option>
        {topics.data?.map(({ topic, open }) => (
          <option key={topic} value={topic}>
            {t("letters.topicOpen", { topic, count: open })}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("letters.state")}
        value={search.state ?? "OPEN"}
        onChange={({ target }) =>
          change({ state: LETTER_STATES.find((each) => each === target.value) })
        }
      >
        {LETTER_STATES.map((state) => (
          <option key={state} value={state}>
            {t(`letters.states.${state}`)}
          </option>
        ))}
      </SelectField>
    </search>
  );
}
