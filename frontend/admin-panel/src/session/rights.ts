import { type Account, useAccount } from "@sagashop/shared/session";

/** Whether somebody may sit at this desk at all. */
export function isStaff(account: Account): boolean {
  return account.role === "ROLE_ADMIN" || account.role === "ROLE_SUPPORT";
}

/** What is for admins alone: products, stock, deliveries, events and roles. The services decide. */
export function useIsAdmin(): boolean {
  return useAccount()?.role === "ROLE_ADMIN";
}
