import type { Order, Payment, Reservation } from "../api/types";

export type StepState = "done" | "running" | "waiting" | "failed" | "undone";

export interface Step {
  name: "placed" | "reserved" | "charged" | "confirmed";
  state: StepState;
}

/** How far the saga of an order has come, and what of it was undone. */
export function stepsOf(
  order: Order,
  reservation: Reservation | null | undefined,
  payment: Payment | null | undefined,
): Step[] {
  const isOver = order.status === "CANCELLED";
  const reserved = reservedState(reservation, isOver);
  const charged = chargedState(payment, isOver);
  return [
    { name: "placed", state: "done" },
    { name: "reserved", state: reserved },
    { name: "charged", state: charged === "waiting" && reserved === "done" ? "running" : charged },
    { name: "confirmed", state: confirmedState(order) },
  ];
}

function reservedState(reservation: Reservation | null | undefined, isOver: boolean): StepState {
  switch (reservation?.status) {
    case "RESERVED":
    case "COMMITTED":
      return "done";
    case "RELEASED":
    case "RETURNED":
      return "undone";
    case "FAILED":
      return "failed";
    default:
      return isOver ? "waiting" : "running";
  }
}

function chargedState(payment: Payment | null | undefined, isOver: boolean): StepState {
  switch (payment?.status) {
    case "COMPLETED":
      return "done";
    case "REFUNDED":
      return "undone";
    case "FAILED":
      return "failed";
    case "PENDING":
      return isOver ? "waiting" : "running";
    default:
      return "waiting";
  }
}

function confirmedState({ status, paidAt }: Order): StepState {
  switch (status) {
    case "PAID":
    case "DELIVERED":
    // Confirmed it was, and stays so until all of its money is back.
    case "REFUND_PENDING":
    case "REFUND_FAILED":
      return "done";
    case "CANCELLED":
      return paidAt ? "undone" : "failed";
    default:
      return "waiting";
  }
}
