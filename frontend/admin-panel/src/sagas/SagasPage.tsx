import { ok, orders } from "@sagashop/shared/api";
import { EmptyState, ErrorState, SelectField } from "@sagashop/shared/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { CircleCheckBig, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSagaNews } from "../live/sagaNews";
import { LiveMark } from "../pages/LiveMark";
import { Page } from "../pages/Page";
import { FilterText } from "../table/FilterText";
import { TableSkeleton } from "../table/TableSkeleton";
import { SagaCard } from "./SagaCard";
import { CAUSES, KINDS } from "./search";

const route = getRouteApi("/sagas");
const MOST = 100;
/** The stream tells when the number changes; ages and attempts are asked for. */
const EVERY = { live: 30_000, polling: 5_000 };

export function SagasPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { live } = useSagaNews();
  const sagas = useQuery({
    queryKey: ["sagas", "list", search],
    queryFn: ({ signal }) =>
      ok(orders.GET("/operations/sagas", { params: { query: { ...search, size: MOST } }, signal })),
    refetchInterval: live ? EVERY.live : EVERY.polling,
    placeholderData: keepPreviousData,
  });
  const { data, error } = sagas;
  return (
    <Page title={t("sagas.title")} text={t("sagas.text")} aside={<LiveMark live={live} />}>
      <Filters />
      {error && <ErrorState error={error} onRetry={() => void sagas.refetch()} />}
      {!data && !error && <TableSkeleton />}
      {data && (
        <>
          {!data.complete && <Missing reasons={data.missing} />}
          <p role="status" className="mb-3 text-sm text-faint">
            {data.total > 0 && t("sagas.count", { count: data.total })}
          </p>
          {data.items.length === 0 ? (
            <EmptyState icon={<CircleCheckBig aria-hidden />} title={t("sagas.emptyTitle")}>
              {t("sagas.emptyText")}
            </EmptyState>
          ) : (
            <ul aria-label={t("sagas.title")} className="flex flex-col gap-4">
              {data.items.map((saga) => (
                <SagaCard key={saga.workflowId} saga={saga} />
              ))}
            </ul>
          )}
        </>
      )}
    </Page>
  );
}

function Missing({ reasons }: { reasons: string[] }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="mb-4 rounded-xl bg-warn-soft p-4 text-warn">
      <p className="flex items-center gap-2 font-medium">
        <TriangleAlert aria-hidden className="size-5 shrink-0" />
        {t("sagas.incomplete")}
      </p>
      <ul className="mt-1 ml-7 list-disc text-sm">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}

function Filters() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/sagas" });
  const change = (part: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <search aria-label={t("filters.label")} className="mb-4 grid gap-3 sm:grid-cols-3">
      <SelectField
        label={t("sagas.filters.cause")}
        value={search.cause ?? ""}
        onChange={({ target }) => change({ cause: CAUSES.find((each) => each === target.value) })}
      >
        <option value="">{t("filters.all")}</option>
        {CAUSES.map((cause) => (
          <option key={cause} value={cause}>
            {t(`sagas.causes.${cause}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("sagas.filters.kind")}
        value={search.kind ?? ""}
        onChange={({ target }) => change({ kind: KINDS.find((each) => each === target.value) })}
      >
        <option value="">{t("filters.all")}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`sagas.kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      <FilterText
        label={t("filters.orderId")}
        inputMode="numeric"
        value={search.orderId?.toString()}
        onChange={(text) => change({ orderId: Number(text) > 0 ? Number(text) : undefined })}
      />
    </search>
  );
}
