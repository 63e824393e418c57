import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useTitle } from "../app/useTitle";

const STEPS = [
  { name: "account", to: "/checkout/account" },
  { name: "review", to: "/checkout/review" },
  { name: "pay", to: "/checkout/pay" },
] as const;

type Step = (typeof STEPS)[number]["name"];

/** A page of the checkout; the browser's Back leads to the step before. */
export function CheckoutPage({ step, children }: { step: Step; children: ReactNode }) {
  const { t } = useTranslation();
  const now = STEPS.findIndex(({ name }) => name === step);
  const title = t(`checkout.${step}`);
  useTitle(title);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-8">
      <nav aria-label={t("checkout.steps")}>
        <ol className="flex gap-2 text-sm">
          {STEPS.map(({ name, to }, index) => (
            <li
              key={name}
              className={clsx(
                "flex-1 border-t-4 pt-2",
                index <= now ? "border-accent" : "border-line",
              )}
              aria-current={index === now ? "step" : undefined}
            >
              {index < now && name !== "account" ? (
                <Link to={to} className="font-medium hover:underline">
                  {t(`checkout.${name}`)}
                </Link>
              ) : (
                <span className={index === now ? "font-semibold" : "text-faint"}>
                  {t(`checkout.${name}`)}
                </span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <h1 className="text-3xl font-bold tracking-tight">{title}</h1>
      {children}
    </div>
  );
}
