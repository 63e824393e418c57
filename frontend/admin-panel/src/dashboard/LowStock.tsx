import { Badge, Card, ProblemNote, Skeleton } from "@sagashop/shared/ui";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CardTitle } from "../pages/CardTitle";
import { useLowStock } from "./queries";

const SHOWN = 6;

export function LowStock() {
  const { t } = useTranslation();
  const { data, error } = useLowStock();
  return (
    <Card>
      <CardTitle
        aside={
          <Link to="/stock" className="text-sm text-accent">
            {t("dashboard.allStock")}
          </Link>
        }
      >
        {t("dashboard.low")}
      </CardTitle>
      {error && <ProblemNote error={error} />}
      {!data && !error && <Skeleton className="h-32" />}
      {data?.rows.length === 0 && <p className="text-faint">{t("dashboard.lowNone")}</p>}
      <ul className="flex flex-col gap-1">
        {data?.rows.slice(0, SHOWN).map(({ item, name }) => (
          <li key={item.productId}>
            <Link
              to="/stock/$productId"
              params={{ productId: item.productId }}
              className="flex min-h-10 items-center justify-between gap-3 rounded-lg text-ink no-underline hover:underline"
            >
              <span className="min-w-0 truncate">
                {name ?? t("products.number", { id: item.productId })}
              </span>
              <Badge tone={item.availability === "out" ? "bad" : "warn"}>
                {t("dashboard.left", { count: item.available })}
              </Badge>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
