import type { Listed } from "@sagashop/shared/api";
import { happeningOf, ok, users } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { Card, ProblemNote, Skeleton, StatusBadge } from "@sagashop/shared/ui";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { TimelineEntry, User } from "../api/types";
import { CardTitle } from "../pages/CardTitle";
import { userOf } from "./happenings";
import { nameOf } from "./orderList";
import { useReason } from "./useReason";

interface Props {
  timeline: UseQueryResult<Listed<TimelineEntry>>;
  customer: User | null;
}

export function TimelineCard({ timeline, customer }: Props) {
  const { t } = useTranslation();
  const entries = timeline.data?.items ?? [];
  const people = usePeople(entries);
  const newestFirst = [...entries].sort((one, other) => other.id - one.id);
  return (
    <Card>
      <CardTitle>{t("orders.timeline")}</CardTitle>
      {timeline.isPending && <Skeleton className="h-64" />}
      {timeline.error && <ProblemNote error={timeline.error} />}
      <ol aria-label={t("orders.timeline")} className="relative ml-1.5 border-l-2 border-line">
        {newestFirst.map((entry) => (
          <Entry key={entry.id} entry={entry} who={whoDid(entry, people, customer)} />
        ))}
      </ol>
    </Card>
  );
}

type Who =
  | { kind: "person"; name: string }
  | { kind: "user"; id: number }
  | { kind: "saga"; name: string };

function whoDid(entry: TimelineEntry, people: User[], customer: User | null): Who {
  const id = userOf(entry.actor);
  if (id === null) {
    return { kind: "saga", name: entry.actor };
  }
  const person = [customer, ...people].find((user) => user?.id === id);
  return person ? { kind: "person", name: nameOf(person) } : { kind: "user", id };
}

function usePeople(entries: TimelineEntry[]): User[] {
  const ids = [...new Set(entries.map(({ actor }) => userOf(actor)))].filter((id) => id !== null);
  const found = useQuery({
    queryKey: ["users", "several", ids],
    queryFn: ({ signal }) => ok(users.POST("/users/batch", { body: ids, signal })),
    enabled: ids.length > 0,
  });
  return found.data ?? [];
}

function Entry({ entry, who }: { entry: TimelineEntry; who: Who }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const reasonFor = useReason();
  const known = happeningOf(entry.what);
  const sagaName = (name: string) =>
    name === "checkout" || name === "refund" ? t(`orders.sagas.${name}`) : name;
  const changed = entry.fromStatus !== entry.toStatus;
  return (
    <li className="relative pb-5 pl-5 last:pb-0">
      <span
        aria-hidden
        className="absolute top-1.5 -left-1.75 size-3 rounded-full border-2 border-surface bg-accent"
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{known ? t(`happenings.${known}`) : entry.what}</span>
        {changed && <StatusBadge status={entry.toStatus} />}
      </div>
      {entry.why && <p className="text-sm break-words">{reasonFor(entry.what, entry.why)}</p>}
      <p className="text-sm text-faint">
        {moment(entry.at)} ·{" "}
        {who.kind === "person"
          ? who.name
          : who.kind === "user"
            ? t("orders.user", { id: who.id })
            : t("orders.saga", { name: sagaName(who.name) })}
      </p>
    </li>
  );
}
