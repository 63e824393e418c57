import { describe, expect, it } from "vitest";
import { orderSearch } from "../src/orders/search";
import { wholeDays } from "../src/pages/search";
import { bucketFor } from "../src/releases/releaseFilter";
import { sagaSearch } from "../src/sagas/search";

describe("filters in the address", () => {
  it("are kept as they were chosen", () => {
    const search = { status: "PAID", from: "2026-01-01", customer: "ann", sort: "-total" };
    expect(orderSearch.parse(search)).toEqual(search);
  });

  it("take a customer's number, which the address gives back as a number", () => {
    expect(orderSearch.parse({ customer: 12 })).toEqual({ customer: "12" });
  });

  it("ignore what cannot be read, and keep the rest", () => {
    expect(
      orderSearch.parse({ status: "LOST", from: "2026-13-01", to: "soon", customer: "bob" }),
    ).toEqual({ customer: "bob" });
    expect(sagaSearch.parse({ orderId: "-1", cause: "REFUND_REFUSED" })).toEqual({
      cause: "REFUND_REFUSED",
    });
  });

  it("mean whole days, from the first moment to the last", () => {
    const { from = "", to = "" } = wholeDays({ from: "2026-03-01", to: "2026-03-01" });
    expect(new Date(to).getTime() - new Date(from).getTime()).toBe(24 * 60 * 60 * 1000 - 1);
    expect(wholeDays({})).toEqual({});
  });

  it("show short spans by the hour, and long ones by the day", () => {
    expect(bucketFor({ from: "2026-03-01T00:00:00Z", to: "2026-03-03T00:00:00Z" })).toBe("hour");
    expect(bucketFor({ from: "2026-03-01T00:00:00Z", to: "2026-03-09T00:00:00Z" })).toBe("day");
    expect(bucketFor({})).toBe("day");
  });
});
