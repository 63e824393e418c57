import { expect, it } from "vitest";
import { reasonOf } from "../src/orders/happenings";

it("recognizes the sentences of the services, with what stands in them", () => {
  expect(reasonOf("refund refused", "Attempt 2: ACCOUNT_CLOSED")).toMatchObject({
    name: "attempt",
    values: { attempt: "2", reason: "ACCOUNT_CLOSED" },
  });
  expect(reasonOf("stock released", "3 units")).toMatchObject({
    name: "units",
    values: { count: 3 },
  });
  expect(
    reasonOf("cancelled", "Insufficient stock for productId=7, requested=3, available=1"),
  ).toMatchObject({ name: "soldOut", values: { id: "7", wanted: "3", available: "1" } });
});

it("leaves alone what a person wrote", () => {
  expect(reasonOf("refund opened again", "The account is open again")).toBeNull();
  expect(reasonOf("saga restarted", "As asked (reference 7)")).toBeNull();
});

it("finds the reference behind the reason of who settled a refund", () => {
  expect(reasonOf("refund resolved outside", "By hand (twice) (reference SEPA 42)")).toMatchObject({
    name: "reference",
    values: { reason: "By hand (twice)", reference: "SEPA 42" },
  });
});
