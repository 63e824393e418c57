import { problemFrom } from "@sagashop/shared/api";
import type { FieldPath, FieldValues, UseFormSetError } from "react-hook-form";

/**
 * Shows what the service says about a field beside that field; true if that was all that it said.
 */
export function showBesideFields<T extends FieldValues>(
  error: unknown,
  fields: readonly FieldPath<T>[],
  setError: UseFormSetError<T>,
): boolean {
  const faults = problemFrom(error).errors;
  for (const { field, message } of faults) {
    const known = fields.find((name) => name === field);
    if (known) {
      setError(known, { message });
    }
  }
  return faults.length > 0 && faults.every(({ field }) => fields.some((name) => name === field));
}
