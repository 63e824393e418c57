import * as z from "zod/mini";

/** State in the address: what cannot be read there is as if it were not there. */
export function readable<const T extends z.ZodMiniType>(schema: T) {
  return z.catch(z.optional(schema), undefined);
}

export const words = readable(z.string().check(z.trim(), z.maxLength(200)));

/** Text of digits alone comes back from the address as a number. */
export const phrase = readable(
  z.pipe(
    z.union([z.string(), z.number()]),
    z.transform((value) => String(value).trim() || undefined),
  ),
);

export const count = readable(
  z.coerce.number().check(z.positive(), z.refine(Number.isSafeInteger)),
);

/** A day as in the calendar, which a person means in the time where the person is. */
export const day = readable(
  z.string().check(
    z.regex(/^\d{4}-\d\d-\d\d$/),
    z.refine((value) => !Number.isNaN(new Date(`${value}T00:00`).getTime())),
  ),
);

export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return readable(z.enum(values));
}

/** The whole days from one to another, in the time where the person is, as the services take it. */
export function wholeDays(range: { from?: string; to?: string }): { from?: string; to?: string } {
  return {
    from: range.from && new Date(`${range.from}T00:00`).toISOString(),
    to: range.to && new Date(`${range.to}T23:59:59.999`).toISOString(),
  };
}
