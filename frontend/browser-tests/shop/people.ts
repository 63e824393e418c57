import { randomBytes } from "node:crypto";
import { Caller } from "./api";

export const PASSWORD = "correct-horse-battery-7";

/** A customer nobody else uses. */
export function newEmail(): string {
  return `robin-${randomBytes(6).toString("hex")}@example.com`;
}

/** Tokens live for minutes, the whole run for longer. */
const FRESH_MILLIS = 120_000;

let admin: { caller: Promise<Caller>; since: number } | undefined;

export function asAdmin(): Promise<Caller> {
  if (!admin || Date.now() - admin.since > FRESH_MILLIS) {
    admin = { caller: Caller.signIn("admin@example.com"), since: Date.now() };
  }
  return admin.caller;
}
