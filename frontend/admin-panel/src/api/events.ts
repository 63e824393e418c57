import { ask, post, withQuery } from "./raw";

/** What somebody did with an event by hand. */
export interface AuditEntry {
  action: string;
  userId: number;
  userName: string;
  reason: string;
  at: string;
  outcome?: string | null;
  lastError?: string | null;
}

export interface OutboxRow {
  id: number;
  topic: string;
  aggregateKey: string;
  typeId: string;
  sequence: number;
  status: OutboxStatus;
  attempts: number;
  createdAt: string;
  nextAttemptAt: string;
  lastError?: string | null;
  traceId?: string | null;
}

export const OUTBOX_STATUSES = [
  "PENDING",
  "IN_PROGRESS",
  "PUBLISHED",
  "FAILED",
  "DISCARDED",
] as const;
export type OutboxStatus = (typeof OUTBOX_STATUSES)[number];

export const OUTBOX_SERVICES = ["order-service", "inventory-service", "payment-service"] as const;
export type OutboxService = (typeof OUTBOX_SERVICES)[number];

export interface ServiceOutbox {
  service: OutboxService;
  reachable: boolean;
  problem: string | null;
  counts: Partial<Record<OutboxStatus, number>> | null;
  lagSeconds: number | null;
  failed: OutboxRow[] | null;
}

export interface OutboxDetails {
  row: OutboxRow;
  payload: string;
  waitingBehind: number;
  audit: AuditEntry[];
}

const OUTBOX = "/api/operations/outbox";

export async function outboxes(signal?: AbortSignal): Promise<ServiceOutbox[]> {
  return (await ask<{ services: ServiceOutbox[] }>(OUTBOX, signal)).services;
}

export function outboxRows(
  service: OutboxService,
  filter: { status?: OutboxStatus; after?: number },
  signal?: AbortSignal,
): Promise<{ rows: OutboxRow[]; next: number | null }> {
  return ask(withQuery(`${OUTBOX}/${service}`, { ...filter, limit: 50 }), signal);
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

interface Content {
  data: string;
  encoding: "TEXT" | "BASE64";
}

export interface DeadLetter {
  topic: string;
  partition: number;
  offset: number;
  state: "OPEN" | "REPLAYING" | "REPLAYED" | "DISCARDED";
  originalTopic: string;
  originalPartition?: number | null;
  originalOffset?: number | null;
  group?: string | null;
  exception?: string | null;
  message?: string | null;
  key?: Content | null;
  time: string;
  valueBytes: number;
}

export interface DeadLetterDetails {
  letter: DeadLetter;
  value?: Content | null;
  headers: { name: string; value?: Content | null }[];
  audit: AuditEntry[];
}

interface LetterListing {
  topics: { topic: string; open: number; replayed: number; discarded: number }[];
  letters: DeadLetter[];
  next: string | null;
}

const LETTERS = "/api/operations/dead-letters";

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
): Promise<LetterListing> {
  return ask(withQuery(LETTERS, { ...filter, limit: 50 }), signal);
}

export function deadLetter(path: string, signal?: AbortSignal): Promise<DeadLetterDetails> {
  return ask(`${LETTERS}/${path}`, signal);
}

export function mendDeadLetter(
  path: string,
  action: "replay" | "discard",
  body: { reason: string; again?: boolean },
): Promise<DeadLetterDetails> {
  return post(`${LETTERS}/${path}/${action}`, body);
}
