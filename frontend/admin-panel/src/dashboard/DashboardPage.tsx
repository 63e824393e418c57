import { useTranslation } from "react-i18next";
import { useLive } from "../live/streams";
import { LiveMark } from "../pages/LiveMark";
import { Page } from "../pages/Page";
import { useIsAdmin } from "../session/rights";
import { Figures } from "./Figures";
import { LowStock } from "./LowStock";
import { OutboxLag } from "./OutboxLag";
import { RecentOrders } from "./RecentOrders";
import { Sales } from "./Sales";

export function DashboardPage() {
  const { t } = useTranslation();
  const orders = useLive("orders");
  const stock = useLive("stock");
  const isAdmin = useIsAdmin();
  return (
    <Page
      title={t("dashboard.title")}
      aside={<LiveMark live={orders && stock} />}
      text={t("dashboard.text")}
    >
      <div className="flex flex-col gap-6">
        <Figures />
        <Sales />
        <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <RecentOrders />
          <div className="flex min-w-0 flex-col gap-6">
            <LowStock />
            {isAdmin && <OutboxLag />}
          </div>
        </div>
      </div>
    </Page>
  );
}
