import { useFormats } from "@sagashop/shared/i18n";
import { Badge, Card, ProblemNote, Skeleton } from "@sagashop/shared/ui";
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Order, Payment } from "../api/types";
import { CardTitle } from "../pages/CardTitle";
import { Fact, Facts } from "../pages/Facts";
import { moneyOf } from "../refunds/money";
import { RefundRow } from "../refunds/RefundRow";

const TONES = { PENDING: "info", COMPLETED: "good", FAILED: "bad", REFUNDED: "neutral" } as const;

interface Props {
  order: Order;
  payment: UseQueryResult<Payment | null>;
}

/** The ledger: what was taken, what went back, what is on its way. */
export function PaymentCard({ order, payment }: Props) {
  const { t } = useTranslation();
  const { data } = payment;
  const refunds = [...order.refunds].sort((one, other) => other.id - one.id);
  return (
    <Card>
      <CardTitle
        aside={data && <Badge tone={TONES[data.status]}>{t(`payment.${data.status}`)}</Badge>}
      >
        {t("payment.title")}
      </CardTitle>
      {payment.isLoading && <Skeleton className="h-32" />}
      {payment.error && <ProblemNote error={payment.error} className="mb-4" />}
      {!data && !payment.isLoading && !payment.error && (
        <p className="text-faint">{t("payment.none")}</p>
      )}
      {data && <Sums order={order} payment={data} />}
      {data && <Charge payment={data} />}
      {refunds.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 font-semibold">{t("refund.list")}</h3>
          <ul aria-label={t("refund.list")} className="divide-y divide-line">
            {refunds.map((refund) => (
              <RefundRow
                key={refund.id}
                refund={refund}
                orderId={order.id}
                ledger={data?.refunds.find(({ refundId }) => refundId === refund.id)}
              />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Sums({ order, payment }: { order: Order; payment: Payment }) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const sums = moneyOf(order, payment);
  const shown = (["captured", "refunded", "pending", "refused", "refundable"] as const).filter(
    (name) => name !== "refused" || sums.refused > 0,
  );
  return (
    <dl className="mb-5 grid grid-cols-2 gap-x-4 gap-y-3 sm:flex sm:flex-wrap sm:gap-x-10">
      {shown.map((name) => (
        <div key={name}>
          <dt className="text-sm text-faint">{t(`refund.sums.${name}`)}</dt>
          <dd className="text-xl font-semibold tracking-tight">
            {money(sums[name], payment.currency)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Charge({ payment }: { payment: Payment }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  return (
    <Facts>
      <Fact name={t("payment.at")}>{moment(payment.createdAt)}</Fact>
      <Fact name={t("payment.method")}>{payment.paymentMethod}</Fact>
      <Fact name={t("payment.transaction")}>
        <code className="font-mono text-xs break-all">{payment.transactionId}</code>
      </Fact>
      {payment.providerReference && (
        <Fact name={t("payment.reference")}>
          <code className="font-mono text-xs break-all">{payment.providerReference}</code>
        </Fact>
      )}
      {payment.declineReason && (
        <Fact name={t("payment.declined")}>
          <span className="text-bad">{payment.declineReason}</span>
        </Fact>
      )}
      {payment.voidReason && <Fact name={t("payment.voided")}>{payment.voidReason}</Fact>}
    </Facts>
  );
}
