import { useSession } from "@sagashop/shared/session";
import { Loading, Skeleton } from "@sagashop/shared/ui";
import { Navigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCart } from "../cart/cart";

/** The later steps need somebody who pays, and something to pay for. */
export function Guarded({ children }: { children: ReactNode }) {
  const session = useSession();
  const cart = useCart();
  if (session.kind === "deciding") {
    return (
      <Loading>
        <Skeleton className="mx-auto h-64 max-w-2xl" />
      </Loading>
    );
  }
  if (session.kind === "guest") {
    return <Navigate to="/checkout/account" replace />;
  }
  return cart.length === 0 ? <Navigate to="/cart" replace /> : children;
}
