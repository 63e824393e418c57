import { type OrderApi, ok, orders } from "@sagashop/shared/api";
import { ask, post, withQuery } from "./raw";

type Schemas = OrderApi.components["schemas"];

export type OutboxRow = Schemas["OutboxRow"];
export type OutboxDetails = Schemas["OutboxDetails"];
export type DeadLetter = Schemas["DeadLetter"];
export type DeadLetterDetails = Schemas["DeadLetterDetails"];

/** What somebody did with an event by hand; an outbox knows the last error, a letter its outcome. */
export type AuditEntry = Schemas["OutboxAuditEntry"] | Schemas["DeadLetterAuditEntry"];

export const OUTBOX_STATUSES = [
  "PENDING",
  "IN_PROGRESS",
  "PUBLISHED",
  "FAILED",
  "DISCARDED",
] as const satisfies OutboxRow["status"][];
type OutboxStatus = OutboxRow["status"];

export const OUTBOX_SERVICES = ["order-service", "inventory-service", "payment-service"] as const;
export type OutboxService = (typeof OUTBOX_SERVICES)[number];

/** One of the answer that the gateway puts together itself; no service describes it. */
export interface ServiceOutbox {
  service: OutboxService;
  reachable: boolean;
  problem: string | null;
  counts: Partial<Record<OutboxStatus, number>> | null;
  lagSeconds: number | null;
  failed: OutboxRow[] | null;
}

const PAGE = 50;
const OUTBOX = "/api/operations/outbox";

export async function outboxes(signal?: AbortSignal): Promise<ServiceOutbox[]> {
  return (await ask<{ services: ServiceOutbox[] }>(OUTBOX, signal)).services;
}

export function outboxRows(
  service: OutboxService,
  filter: { status?: OutboxStatus; after?: number },
  signal?: AbortSignal,
): Promise<Schemas["OutboxListing"]> {
  return ask(withQuery(`${OUTBOX}/${service}`, { ...filter, limit: PAGE }), signal);
}

export function outboxRow(
  service: OutboxService,
  id: number,
  signal?: AbortSignal,
): Promise<OutboxDetails> {
  return ask(`${OUTBOX}/${service}/${id}`, signal);
}

export function mendOutboxRow(
  service: OutboxService,
  id: number,
  action: "requeue" | "discard",
  reason: string,
): Promise<OutboxDetails> {
  return post(`${OUTBOX}/${service}/${id}/${action}`, { reason });
}

export const LETTER_STATES = ["OPEN", "REPLAYED", "DISCARDED", "ALL"] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** Topic, partition and offset, as in the address. */
export function letterPath({
  topic,
  partition,
  offset,
}: Pick<DeadLetter, "topic" | "partition" | "offset">): string {
  return `${topic}/${partition}/${offset}`;
}

export function deadLetters(
  filter: { topic?: string; state?: LetterState; from?: string },
  signal?: AbortSignal,
): Promise<Schemas["DeadLetterListing"]> {
  const query = { ...filter, limit: PAGE };
  return ok(orders.GET("/operations/dead-letters", { params: { query }, signal }));
}

export function deadLetter(letter: string, signal?: AbortSignal): Promise<DeadLetterDetails> {
  const params = { path: placeOf(letter) };
  return ok(
    orders.GET("/operations/dead-letters/{topic}/{partition}/{offset}", { params, signal }),
  );
}

export function mendDeadLetter(
  letter: string,
  action: "replay" | "discard",
  body: Schemas["OperatorAction"],
): Promise<DeadLetterDetails> {
  const options = { params: { path: placeOf(letter) }, body };
  return ok(
    action === "replay"
      ? orders.POST("/operations/dead-letters/{topic}/{partition}/{offset}/replay", options)
      : orders.POST("/operations/dead-letters/{topic}/{partition}/{offset}/discard", options),
  );
}

function placeOf(letter: string) {
  const [topic = "", partition, offset] = letter.split("/");
  return { topic, partition: Number(partition), offset: Number(offset) };
}
