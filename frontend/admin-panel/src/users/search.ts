import * as z from "zod/mini";
import { count, oneOf, phrase } from "../pages/search";

export const ROLES = ["ROLE_CUSTOMER", "ROLE_SUPPORT", "ROLE_ADMIN"] as const;

export const userSearch = z.object({
  q: phrase,
  role: oneOf(ROLES),
  /** The user that is open. */
  open: count,
});
