import { useFormats } from "@sagashop/shared/i18n";
import { Badge, ErrorState, SelectField, Skeleton } from "@sagashop/shared/ui";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import clsx from "clsx";
import { MailCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { OUTBOX_STATUSES, outboxRows, type ServiceOutbox } from "../api/events";
import { AdminsOnly } from "../pages/AdminsOnly";
import { Page } from "../pages/Page";
import { useAge } from "../pages/useAge";
import { List } from "../table/List";
import { useCursorPages } from "../table/useCursorPages";
import { OutboxTable } from "./OutboxTable";
import { outboxesQuery } from "./queries";
import { RowDialog } from "./RowDialog";

const route = getRouteApi("/outbox");
const EVERY = 10_000;

export function OutboxPage() {
  const { t } = useTranslation();
  return (
    <AdminsOnly title={t("nav.outbox")}>
      <Page title={t("nav.outbox")} text={t("outbox.text")}>
        <Services />
        <Rows />
      </Page>
    </AdminsOnly>
  );
}

/** One card for each service; the chosen one's events are below. */
function Services() {
  const { t } = useTranslation();
  const all = useQuery(outboxesQuery);
  if (all.error) {
    return <ErrorState error={all.error} onRetry={() => void all.refetch()} />;
  }
  return (
    <ul
      aria-label={t("outbox.services.label")}
      className="mb-6 grid grid-cols-1 gap-3 md:grid-cols-3"
    >
      {all.data
        ? all.data.map((outbox) => <Service key={outbox.service} outbox={outbox} />)
        : ["a", "b", "c"].map((place) => (
            <li key={place}>
              <Skeleton className="h-28" />
            </li>
          ))}
    </ul>
  );
}

function Service({ outbox }: { outbox: ServiceOutbox }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const age = useAge();
  const { service: chosen } = route.useSearch();
  const isChosen = (chosen ?? "order-service") === outbox.service;
  const failed = outbox.counts?.FAILED ?? 0;
  return (
    <li>
      <Link
        to="/outbox"
        search={{ service: outbox.service }}
        aria-current={isChosen ? "true" : undefined}
        className={clsx(
          "block h-full rounded-2xl border bg-surface p-4 text-ink no-underline hover:border-edge",
          isChosen ? "border-accent" : "border-line",
        )}
      >
        <span className="flex items-center justify-between gap-2">
          <span className="font-semibold">{t(`outbox.services.${outbox.service}`)}</span>
          {outbox.reachable ? (
            failed > 0 && <Badge tone="bad">{t("outbox.failed", { count: failed })}</Badge>
          ) : (
            <Badge tone="bad">{t("outbox.unreachable")}</Badge>
          )}
        </span>
        <span className="mt-2 block text-sm text-faint">
          {outbox.reachable
            ? t("outbox.counts", {
                pending: number((outbox.counts?.PENDING ?? 0) + (outbox.counts?.IN_PROGRESS ?? 0)),
                published: number(outbox.counts?.PUBLISHED ?? 0),
              })
            : outbox.problem}
        </span>
        {outbox.lagSeconds !== null && (
          <span className="block text-sm text-faint">
            {t("outbox.lag", {
              age: outbox.lagSeconds < 1 ? t("outbox.noLag") : age(outbox.lagSeconds),
            })}
          </span>
        )}
      </Link>
    </li>
  );
}

function Rows() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/outbox" });
  const { service = "order-service", status, open } = search;
  const pages = useCursorPages({
    key: ["outbox", "rows", service, status],
    load: async (cursor, signal) => {
      const after = cursor ? Number(cursor) : undefined;
      const { rows, next } = await outboxRows(service, { status, after }, signal);
      return { items: rows, nextCursor: next === null ? null : String(next) };
    },
    every: EVERY,
  });
  const show = (id: number | undefined) =>
    void navigate({ search: (now) => ({ ...now, open: id }) });
  return (
    <>
      <search aria-label={t("filters.label")} className="mb-4 grid gap-3 sm:max-w-xs">
        <SelectField
          label={t("outbox.status")}
          value={status ?? ""}
          onChange={({ target }) =>
            void navigate({
              search: (now) => ({
                ...now,
                status: OUTBOX_STATUSES.find((each) => each === target.value),
              }),
              replace: true,
            })
          }
        >
          <option value="">{t("filters.all")}</option>
          {OUTBOX_STATUSES.map((each) => (
            <option key={each} value={each}>
              {t(`outbox.statuses.${each}`)}
            </option>
          ))}
        </SelectField>
      </search>
      <List
        pages={pages}
        empty={{ icon: <MailCheck aria-hidden />, title: t("outbox.emptyTitle") }}
      >
        {(rows) => <OutboxTable rows={rows} onOpen={({ id }) => show(id)} />}
      </List>
      {open && <RowDialog service={service} id={open} onClose={() => show(undefined)} />}
    </>
  );
}
