import * as z from "zod/mini";
import { count, oneOf } from "../pages/search";

export const CAUSES = [
  "REFUND_REFUSED",
  "STEP_UNDECIDED",
  "WORKFLOW_TASK_FAILING",
  "WORKFLOW_MISSING",
  "WORKFLOW_TERMINATED",
] as const;
export const KINDS = ["CHECKOUT", "REFUND"] as const;

export const sagaSearch = z.object({ cause: oneOf(CAUSES), kind: oneOf(KINDS), orderId: count });
