import { ApiError, ok, orders } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { Button, ProblemNote } from "@sagashop/shared/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CartLine, emptyCart, replaceCart, useCart } from "../cart/cart";
import { attemptKey, endAttempt } from "./attempt";
import { Changes } from "./Changes";
import { Guarded } from "./Guarded";
import { Lines, totalOf } from "./Lines";
import { accepted, type Change, changesOf, factsOf } from "./review";
import { CheckoutPage } from "./Steps";

/** What became of the click on "pay". */
type Outcome =
  | { kind: "placed"; order: number }
  | { kind: "changed"; changes: Change[] }
  | { kind: "ended"; order: number };

async function pay(cart: readonly CartLine[]): Promise<Outcome> {
  const changes = async () => changesOf(cart, await factsOf(cart));
  const before = await changes();
  if (before.length > 0) {
    return { kind: "changed", changes: before };
  }
  try {
    const order = await place(cart);
    endAttempt();
    // An earlier attempt got through without telling us, and has failed since.
    return { kind: order.status === "CANCELLED" ? "ended" : "placed", order: order.id };
  } catch (error) {
    if (error instanceof ApiError && error.code === "PRICE_CHANGED") {
      return { kind: "changed", changes: await changes() };
    }
    throw error;
  }
}

/** Nobody pays a price that was not shown: with another total the order is refused. */
function place(cart: readonly CartLine[]) {
  return ok(
    orders.POST("/orders", {
      params: { header: { "Idempotency-Key": attemptKey(cart) } },
      body: {
        items: cart.map(({ productId, quantity, price }) => ({ productId, quantity, price })),
        expectedTotal: totalOf(cart),
      },
    }),
  );
}

export function PayStep() {
  // The cart is emptied while this page still shows what it was.
  const [placed, setPlaced] = useState(false);
  const page = (
    <CheckoutPage step="pay">
      <Payment onPlaced={() => setPlaced(true)} />
    </CheckoutPage>
  );
  return placed ? page : <Guarded>{page}</Guarded>;
}

function Payment({ onPlaced }: { onPlaced: () => void }) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const cart = useCart();
  const payment = useMutation({
    mutationFn: () => pay(cart),
    onSuccess: async (outcome) => {
      if (outcome.kind === "placed") {
        onPlaced();
        emptyCart();
        void queries.invalidateQueries({ queryKey: ["orders"] });
        await navigate({ to: "/orders/$id", params: { id: String(outcome.order) }, replace: true });
      }
    },
  });
  const outcome = payment.data;
  if (outcome?.kind === "changed") {
    return (
      <Changes
        changes={outcome.changes}
        onAccept={() => {
          replaceCart(accepted(cart, outcome.changes));
          payment.reset();
        }}
      />
    );
  }
  return (
    <>
      <Lines cart={cart} />
      <p className="flex items-start gap-3 rounded-xl bg-sunken p-4 text-sm">
        <ShieldCheck aria-hidden className="size-5 shrink-0" />
        {t("checkout.promise")}
      </p>
      {payment.isError && <ProblemNote error={payment.error} />}
      {outcome?.kind === "ended" && (
        <p role="alert" className="rounded-xl bg-warn-soft p-4">
          {t("checkout.ended", { id: outcome.order })}{" "}
          <Link to="/orders/$id" params={{ id: String(outcome.order) }} className="underline">
            {t("checkout.look")}
          </Link>
        </p>
      )}
      <Button
        busy={payment.isPending || outcome?.kind === "placed"}
        onClick={() => payment.mutate()}
        className="w-full"
      >
        {t("checkout.payNow", { total: money(totalOf(cart)) })}
      </Button>
    </>
  );
}
