import { useFormats } from "@sagashop/shared/i18n";
import { Badge, Card, ProblemNote, Skeleton } from "@sagashop/shared/ui";
import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Order, Reservation } from "../api/types";
import { CardTitle } from "../pages/CardTitle";
import { Fact, Facts } from "../pages/Facts";

const TONES = {
  RESERVED: "info",
  COMMITTED: "good",
  RELEASED: "neutral",
  RETURNED: "neutral",
  FAILED: "bad",
} as const;

interface Props {
  reservation: UseQueryResult<Reservation | null>;
  order: Order;
}

export function ReservationCard({ reservation, order }: Props) {
  const { t } = useTranslation();
  const { data } = reservation;
  return (
    <Card>
      <CardTitle
        aside={data && <Badge tone={TONES[data.status]}>{t(`reservation.${data.status}`)}</Badge>}
      >
        {t("reservation.title")}
      </CardTitle>
      {reservation.isLoading && <Skeleton className="h-16" />}
      {reservation.error && <ProblemNote error={reservation.error} />}
      {!data && !reservation.isLoading && !reservation.error && (
        <p className="text-faint">{t("reservation.none")}</p>
      )}
      {data && <TheReservation reservation={data} order={order} />}
    </Card>
  );
}

function TheReservation({ reservation, order }: { reservation: Reservation; order: Order }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  return (
    <>
      <Facts>
        <Fact name={t("reservation.since")}>{moment(reservation.createdAt)}</Fact>
        {reservation.status === "RESERVED" && order.expiresAt && (
          <Fact name={t("reservation.until")}>{moment(order.expiresAt)}</Fact>
        )}
        {reservation.committedAt && (
          <Fact name={t("reservation.committed")}>{moment(reservation.committedAt)}</Fact>
        )}
        {reservation.releasedAt && (
          <Fact name={t("reservation.released")}>{moment(reservation.releasedAt)}</Fact>
        )}
      </Facts>
      <ul className="mt-3 flex flex-wrap gap-2">
        {reservation.items.map((item) => (
          <li key={item.productId}>
            <Link
              to="/stock/$productId"
              params={{ productId: item.productId }}
              className="inline-flex min-h-8 items-center rounded-lg bg-sunken px-3 text-sm text-ink no-underline hover:underline"
            >
              {t("reservation.item", { sku: item.sku, count: item.quantity })}
              {item.returned > 0 && ` · ${t("reservation.returned", { count: item.returned })}`}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
