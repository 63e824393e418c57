import { type Account, session } from "@sagashop/shared/session";
import { Button, buttonClass } from "@sagashop/shared/ui";
import { useTranslation } from "react-i18next";
import { useTitle } from "../pages/useTitle";
import { Doorstep } from "./Doorstep";

/** For customers, who have nothing to do at this desk. */
export function NotForYou({ account }: { account: Account }) {
  const { t } = useTranslation();
  useTitle(t("notForYou.title"));
  return (
    <Doorstep title={t("notForYou.title")} text={t("notForYou.text", { email: account.email })}>
      <div className="flex flex-wrap gap-3">
        <a href="/" className={buttonClass("primary")}>
          {t("notForYou.shop")}
        </a>
        <Button variant="secondary" onClick={() => void session.signOut()}>
          {t("notForYou.other")}
        </Button>
      </div>
    </Doorstep>
  );
}
