import { EmptyState } from "@sagashop/shared/ui";
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useIsAdmin } from "../session/rights";
import { Page } from "./Page";

/** Says to support that a page is for admins, instead of showing refused requests. */
export function AdminsOnly({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  return useIsAdmin() ? (
    children
  ) : (
    <Page title={title}>
      <EmptyState icon={<Lock aria-hidden />} title={t("rights.adminsTitle")}>
        {t("rights.adminsText")}
      </EmptyState>
    </Page>
  );
}
