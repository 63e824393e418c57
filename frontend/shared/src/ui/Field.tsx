import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do, shown beside the field. */
  error?: string | undefined;
  /** For fields whose meaning is plain from what is around them. */
  labelHidden?: boolean;
}

const CONTROL =
  "w-full rounded-lg border bg-surface px-3 text-ink placeholder:text-faint disabled:opacity-60";

function controlClass(error: string | undefined, className?: string) {
  return clsx(CONTROL, error ? "border-bad" : "border-edge", className);
}

function Field({
  id,
  label,
  hint,
  error,
  labelHidden,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "text-sm font-medium"}>
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-faint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-sm text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

function described(id: string, { hint, error }: FieldProps) {
  return {
    "aria-invalid": error ? true : undefined,
    "aria-describedby":
      [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
  } as const;
}

export function TextField({
  label,
  hint,
  error,
  labelHidden,
  className,
  ...rest
}: FieldProps & ComponentProps<"input">) {
  const own = useId();
  const id = rest.id ?? own;
  const field = { label, hint, error, labelHidden };
  return (
    <Field id={id} {...field}>
      <input
        {...rest}
        {...described(id, field)}
        id={id}
        className={controlClass(error, clsx("min-h-11", className))}
      />
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  labelHidden,
  className,
  ...rest
}: FieldProps & ComponentProps<"textarea">) {
  const own = useId();
  const id = rest.id ?? own;
  const field = { label, hint, error, labelHidden };
  return (
    <Field id={id} {...field}>
      <textarea
        rows={3}
        {...rest}
        {...described(id, field)}
        id={id}
        className={controlClass(error, clsx("py-2", className))}
      />
    </Field>
  );
}

/** The browser's own list: it works with every keyboard, screen reader and phone. */
export function SelectField({
  label,
  hint,
  error,
  labelHidden,
  className,
  children,
  ...rest
}: FieldProps & ComponentProps<"select">) {
  const own = useId();
  const id = rest.id ?? own;
  const field = { label, hint, error, labelHidden };
  return (
    <Field id={id} {...field}>
      <select
        {...rest}
        {...described(id, field)}
        id={id}
        className={controlClass(error, clsx("min-h-11", className))}
      >
        {children}
      </select>
    </Field>
  );
}

export function CheckField({ label, ...rest }: { label: ReactNode } & ComponentProps<"input">) {
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input type="checkbox" {...rest} className="size-5 accent-accent" />
      <span>{label}</span>
    </label>
  );
}
