import { buttonClass, ErrorState, Loading, Skeleton } from "@sagashop/shared/ui";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Changes } from "./Changes";
import { Guarded } from "./Guarded";
import { Lines } from "./Lines";
import { CheckoutPage } from "./Steps";
import { useReview } from "./useReview";

export function ReviewStep() {
  return (
    <Guarded>
      <CheckoutPage step="review">
        <Review />
      </CheckoutPage>
    </Guarded>
  );
}

function Review() {
  const { t } = useTranslation();
  const { cart, facts, changes, accept } = useReview();
  if (facts.isPending) {
    return (
      <Loading>
        <Skeleton className="h-48" />
      </Loading>
    );
  }
  if (facts.isError) {
    return <ErrorState error={facts.error} onRetry={() => void facts.refetch()} />;
  }
  return (
    <>
      {changes.length > 0 && <Changes changes={changes} onAccept={accept} />}
      <Lines cart={cart} />
      {changes.length === 0 && (
        <Link to="/checkout/pay" className={buttonClass()}>
          {t("checkout.toPay")}
        </Link>
      )}
      <Link to="/cart" className="self-center underline">
        {t("checkout.changeCart")}
      </Link>
    </>
  );
}
