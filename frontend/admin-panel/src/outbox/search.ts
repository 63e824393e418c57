import * as z from "zod/mini";
import { OUTBOX_SERVICES, OUTBOX_STATUSES } from "../api/events";
import { count, oneOf } from "../pages/search";

export const outboxSearch = z.object({
  service: oneOf(OUTBOX_SERVICES),
  status: oneOf(OUTBOX_STATUSES),
  /** The row that is open. */
  open: count,
});
