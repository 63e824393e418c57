import { catalogue, ok, orders, stock, users } from "@sagashop/shared/api";
import { type Meaning, meaningsOf } from "./meaning";

/** Something that exists and has a page. */
export type Found =
  | { kind: "order"; id: number }
  | { kind: "product"; id: number; name: string; sku: string }
  | { kind: "customer"; id: number; name: string; email: string };

const MOST = 5;
const SHORTEST = 2;

/** What a text finds: what it names, and then whatever has it in its name. */
export async function lookUp(text: string, signal: AbortSignal): Promise<Found[]> {
  const meanings = meaningsOf(text);
  const named = await Promise.all(meanings.map((meaning) => find(meaning, signal)));
  const isPlain = meanings.length === 0 && text.trim().length >= SHORTEST;
  const like = isPlain
    ? await Promise.all([productsLike({ q: text }, signal), customersLike(text, signal)])
    : [];
  return [...named, ...like].flat();
}

/** Nothing is found where a service does not answer; the pages say why. */
function find(meaning: Meaning, signal: AbortSignal): Promise<Found[]> {
  switch (meaning.kind) {
    case "order":
      // Its own page says best whether there is one.
      return Promise.resolve([{ kind: "order", id: meaning.id }]);
    case "refund":
      return orderOfRefund(meaning.id, signal);
    case "product":
      return productWith(meaning.id, signal);
    case "sku":
      return productsLike({ sku: meaning.sku }, signal).then((found) =>
        found.length > 0 ? found : productsLike({ q: meaning.sku }, signal),
      );
    case "email":
      return customersLike(meaning.email, signal);
  }
}

/** Only a refund that waits for a person names its order; no route knows the others by number. */
async function orderOfRefund(refundId: number, signal: AbortSignal): Promise<Found[]> {
  const query = { kind: "REFUND", size: 100 } as const;
  return ok(orders.GET("/operations/sagas", { params: { query }, signal })).then(
    ({ items }) => {
      const saga = items.find((item) => item.refundId === refundId);
      return saga ? [{ kind: "order" as const, id: saga.orderId }] : [];
    },
    () => [],
  );
}

/** Asks the stock first: it answers with an empty list, where the catalogue would refuse. */
async function productWith(id: number, signal: AbortSignal): Promise<Found[]> {
  return ok(stock.GET("/inventory/stock", { params: { query: { productId: id } }, signal })).then(
    ({ items }) => (items[0] ? productsLike({ sku: items[0].sku }, signal) : []),
    () => [],
  );
}

async function productsLike(
  query: { q?: string; sku?: string },
  signal: AbortSignal,
): Promise<Found[]> {
  return ok(
    catalogue.GET("/products/search", { params: { query: { ...query, size: MOST } }, signal }),
  ).then(
    ({ items }) => items.map(({ id, name, sku }) => ({ kind: "product" as const, id, name, sku })),
    () => [],
  );
}

async function customersLike(q: string, signal: AbortSignal): Promise<Found[]> {
  return ok(users.GET("/users", { params: { query: { q, size: MOST } }, signal })).then(
    ({ items }) =>
      items.map(({ id, email, firstName, lastName }) => ({
        kind: "customer" as const,
        id,
        email,
        name: `${firstName} ${lastName}`.trim() || email,
      })),
    () => [],
  );
}
