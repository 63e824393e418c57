import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { useSagaNews } from "../live/sagaNews";
import { useIsAdmin } from "../session/rights";
import { destinationsFor, GROUPS } from "./navigation";

const ITEM =
  "flex min-h-11 items-center gap-3 rounded-lg px-3 font-medium text-faint no-underline transition-colors hover:bg-sunken hover:text-ink lg:min-h-10";

/** The pages, in groups, with the number of sagas that wait for a person. */
export function Navigation({ onChosen }: { onChosen?: () => void }) {
  const { t } = useTranslation();
  const destinations = destinationsFor(useIsAdmin());
  return (
    <nav aria-label={t("nav.label")} className="flex flex-col gap-6">
      {GROUPS.map((group) => {
        const members = destinations.filter((each) => each.group === group);
        return members.length === 0 ? null : (
          <div key={group}>
            <p id={`nav-${group}`} className="px-3 pb-1 text-xs font-medium text-faint">
              {t(`nav.groups.${group}`)}
            </p>
            <ul aria-labelledby={`nav-${group}`} className="flex flex-col gap-0.5">
              {members.map(({ to, name, icon: Icon }) => (
                <li key={to}>
                  <Link
                    to={to}
                    activeOptions={{ exact: to === "/", includeSearch: false }}
                    className={ITEM}
                    activeProps={{ className: clsx(ITEM, "bg-accent-soft text-accent!") }}
                    onClick={onChosen}
                  >
                    <Icon aria-hidden className="size-5 shrink-0" />
                    <span className="flex-1 whitespace-nowrap">{t(`nav.${name}`)}</span>
                    {name === "sagas" && <SagaCount />}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

function SagaCount() {
  const { t } = useTranslation();
  const { total } = useSagaNews();
  return total > 0 ? (
    <span className="rounded-full bg-bad-soft px-2 py-0.5 text-sm font-semibold text-bad">
      <span aria-hidden>{total}</span>
      <span className="sr-only">{t("nav.waiting", { count: total })}</span>
    </span>
  ) : null;
}
