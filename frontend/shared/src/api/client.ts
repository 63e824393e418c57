import createClient, { type Client } from "openapi-fetch";
import { session } from "../session/session";
import type { paths as InventoryPaths } from "./generated/inventory";
import type { paths as OrderPaths } from "./generated/order";
import type { paths as PaymentPaths } from "./generated/payment";
import type { paths as ProductPaths } from "./generated/product";
import type { paths as UserPaths } from "./generated/user";
import { ApiError, problemOf, unreachable } from "./problem";

const BASE = "/api";

function client<Paths extends object>(): Client<Paths> {
  // The address is the page's own: Request does not take a relative one outside of a browser.
  return createClient<Paths>({
    baseUrl: new URL(BASE, window.location.origin).href,
    fetch: (request) => session.fetch(request),
  });
}

/** One client for each service; all of them speak to the one gateway. */
export const users = client<UserPaths>();
export const catalogue = client<ProductPaths>();
export const stock = client<InventoryPaths>();
export const orders = client<OrderPaths>();
export const payments = client<PaymentPaths>();

interface Result<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** A list in the shape of the older API: the cursor of the next page travels in `Link`. */
export interface Listed<T> {
  items: T[];
  nextCursor: string | null;
}

async function answered<T>(call: Promise<Result<T>>): Promise<Result<T>> {
  let result: Result<T>;
  try {
    result = await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") {
      throw error;
    }
    throw error instanceof ApiError ? error : unreachable();
  }
  if (!result.response.ok) {
    throw new ApiError(problemOf(result.response, result.error));
  }
  return result;
}

/** The body of a success. Throws an {@link ApiError} for everything else. */
export async function ok<T>(call: Promise<Result<T>>): Promise<T> {
  return (await answered(call)).data as T;
}

/** Also the headers of a success, `Idempotent-Replayed` for example. */
export async function okWithHeaders<T>(call: Promise<Result<T>>): Promise<[T, Headers]> {
  const { data, response } = await answered(call);
  return [data as T, response.headers];
}

export async function listed<T>(call: Promise<Result<T[]>>): Promise<Listed<T>> {
  const [items, headers] = await okWithHeaders(call);
  const next = /<([^>]*)>;\s*rel="next"/.exec(headers.get("Link") ?? "")?.[1];
  return {
    items,
    nextCursor: next ? new URL(next, window.location.origin).searchParams.get("cursor") : null,
  };
}
