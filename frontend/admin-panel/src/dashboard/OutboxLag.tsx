import { Badge, Card, ProblemNote, Skeleton } from "@sagashop/shared/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ServiceOutbox } from "../api/events";
import { outboxesQuery } from "../outbox/queries";
import { CardTitle } from "../pages/CardTitle";
import { useAge } from "../pages/useAge";

/** How far events lag behind what happened. */
export function OutboxLag() {
  const { t } = useTranslation();
  const { data, error } = useQuery(outboxesQuery);
  return (
    <Card>
      <CardTitle
        aside={
          <Link to="/outbox" className="text-sm text-accent">
            {t("nav.outbox")}
          </Link>
        }
      >
        {t("dashboard.lag")}
      </CardTitle>
      {error && <ProblemNote error={error} />}
      {!data && !error && <Skeleton className="h-28" />}
      <ul className="flex flex-col gap-2">
        {data?.map((outbox) => (
          <li key={outbox.service} className="flex min-h-8 items-center justify-between gap-3">
            <span>{t(`outbox.services.${outbox.service}`)}</span>
            <Lag outbox={outbox} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

const LATE = 10;

function Lag({ outbox: { reachable, lagSeconds, counts } }: { outbox: ServiceOutbox }) {
  const { t } = useTranslation();
  const age = useAge();
  if (!reachable || lagSeconds === null) {
    return <Badge tone="bad">{t("outbox.unreachable")}</Badge>;
  }
  const failed = counts?.FAILED ?? 0;
  return (
    <span className="flex flex-wrap justify-end gap-2">
      {failed > 0 && <Badge tone="bad">{t("outbox.failed", { count: failed })}</Badge>}
      <Badge tone={lagSeconds > LATE ? "warn" : "good"}>
        {lagSeconds < 1 ? t("outbox.noLag") : age(lagSeconds)}
      </Badge>
    </span>
  );
}
