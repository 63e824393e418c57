import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  ApiError,
  forgetKey,
  isTransient,
  keyFor,
  listed,
  ok,
  orders,
  sum,
  times,
} from "../src/api";

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
beforeEach(() => localStorage.clear());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe("a call", () => {
  it("carries what the service says about a refusal", async () => {
    server.use(
      http.get("*/api/orders/7", () =>
        HttpResponse.json(
          { code: "ORDER_NOT_FOUND", message: "No order 7.", refundable: 3 },
          { status: 404, headers: { "X-Trace-Id": "abc" } },
        ),
      ),
    );
    const refused = ok(orders.GET("/orders/{id}", { params: { path: { id: 7 } } }));
    await expect(refused).rejects.toMatchObject({
      problem: {
        status: 404,
        code: "ORDER_NOT_FOUND",
        message: "No order 7.",
        traceId: "abc",
        details: { refundable: 3 },
      },
    });
  });

  it("tells an unreachable shop from a refusal", async () => {
    server.use(http.get("*/api/orders/7", () => HttpResponse.error()));
    const lost = await ok(orders.GET("/orders/{id}", { params: { path: { id: 7 } } })).catch(
      (error: unknown) => error,
    );
    expect(lost).toBeInstanceOf(ApiError);
    expect(lost).toMatchObject({ code: "UNREACHABLE" });
    expect(isTransient(lost)).toBe(true);
  });

  it("finds the cursor of the next page in the Link header", async () => {
    server.use(
      http.get("*/api/orders/my-orders", () =>
        HttpResponse.json([], { headers: { Link: '<?cursor=a%2Bb&size=2>; rel="next"' } }),
      ),
    );
    expect(await listed(orders.GET("/orders/my-orders"))).toEqual({ items: [], nextCursor: "a+b" });
  });
});

describe("a key", () => {
  it("is the same for a purpose until that is fulfilled", () => {
    const first = keyFor("checkout");
    expect(keyFor("checkout")).toBe(first);
    expect(keyFor("refund-1")).not.toBe(first);
    forgetKey("checkout");
    expect(keyFor("checkout")).not.toBe(first);
  });
});

describe("amounts", () => {
  it("add up in cents", () => {
    expect(sum([0.1, 0.2])).toBe(0.3);
    expect(times(19.99, 3)).toBe(59.97);
  });
});
