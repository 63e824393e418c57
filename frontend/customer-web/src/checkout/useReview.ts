import { useQuery } from "@tanstack/react-query";
import { replaceCart, useCart } from "../cart/cart";
import { accepted, changesOf, factsOf } from "./review";

/** The cart held against what is true now, anew each time that a step of the checkout opens. */
export function useReview() {
  const cart = useCart();
  const ids = cart.map((line) => line.productId).sort((a, b) => a - b);
  const facts = useQuery({
    queryKey: ["review", ids],
    queryFn: () => factsOf(cart),
    enabled: cart.length > 0,
    staleTime: 0,
    gcTime: 0,
  });
  const changes = facts.data ? changesOf(cart, facts.data) : [];
  return { cart, facts, changes, accept: () => replaceCart(accepted(cart, changes)) };
}
