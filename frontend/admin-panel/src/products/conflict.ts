import { problemFrom } from "@sagashop/shared/api";
import { z } from "zod";
import type { ProductRequest } from "../api/types";

const FIELDS = ["name", "description", "price", "categoryId", "status"] as const;
export type Field = (typeof FIELDS)[number];

export interface Difference {
  field: Field;
  mine: string | number | null;
  theirs: string | number | null;
}

export interface Conflict {
  /** The version that somebody else made. */
  version: number;
  differences: Difference[];
}

/** The form is about texts and numbers; lists of images are not chosen here. */
const value = z.union([z.string(), z.number()]).nullish().catch(null);
const details = z.object({
  currentVersion: z.number(),
  changes: z.record(z.string(), z.object({ yours: value, theirs: value })),
});

/** What a refused change says about the one that was faster; null if it was refused otherwise. */
export function conflictIn(error: unknown): Conflict | null {
  const problem = problemFrom(error);
  const parsed = details.safeParse(problem.details);
  if (problem.code !== "PRODUCT_CHANGED" || !parsed.success) {
    return null;
  }
  const { currentVersion, changes } = parsed.data;
  return {
    version: currentVersion,
    differences: FIELDS.filter((field) => field in changes).map((field) => ({
      field,
      mine: changes[field]?.yours ?? null,
      theirs: changes[field]?.theirs ?? null,
    })),
  };
}

/** The request with each field as the person chose it. */
export function merge(
  request: ProductRequest,
  { differences }: Conflict,
  choices: Partial<Record<Field, "mine" | "theirs">>,
): ProductRequest {
  const taken = differences.filter(({ field }) => choices[field] === "theirs");
  return { ...request, ...Object.fromEntries(taken.map(({ field, theirs }) => [field, theirs])) };
}
