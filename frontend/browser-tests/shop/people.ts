import { randomBytes } from "node:crypto";
import { Caller } from "./api";

export const PASSWORD = "correct-horse-battery-7";

/** A customer nobody else uses. */
export function newEmail(): string {
  return `robin-${randomBytes(6).toString("hex")}@example.com`;
}

let admin: Promise<Caller> | undefined;

export function asAdmin(): Promise<Caller> {
  admin ??= Caller.signIn("admin@example.com");
  return admin;
}
