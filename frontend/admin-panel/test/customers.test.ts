import { describe, expect, it } from "vitest";
import type { User } from "../src/api/types";
import { meant } from "../src/orders/useCustomerFilter";
import { deltaFrom } from "../src/stock/AdjustDialog";

function user(id: number, email: string): User {
  return { id, email, firstName: "Ann", lastName: "Lee", role: "ROLE_CUSTOMER" };
}

describe("the customer that a text means", () => {
  const ann = user(1, "ann@example.com");
  const joann = user(2, "joann@example.com");

  it("is the owner of the whole address, though it is a part of others", () => {
    expect(meant("Ann@example.com", [joann, ann])).toEqual({ kind: "one", userId: 1 });
  });

  it("is asked for when several fit", () => {
    expect(meant("ann", [ann, joann])).toEqual({ kind: "several", users: [ann, joann] });
  });

  it("may be nobody", () => {
    expect(meant("zoe", [])).toEqual({ kind: "nobody" });
  });
});

describe("a difference in stock", () => {
  it.each([
    ["5", 5],
    ["+5", 5],
    ["-3", -3],
    ["−3", -3],
  ])("reads %j", (text, delta) => expect(deltaFrom(text)).toBe(delta));

  it.each(["", "0", "-0", "1.5", "many"])("refuses %j", (text) =>
    expect(deltaFrom(text)).toBeNull(),
  );
});
