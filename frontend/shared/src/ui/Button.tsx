import clsx from "clsx";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";

export type ButtonVariant = "primary" | "secondary" | "danger" | "quiet";

const LOOKS: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong border-transparent",
  secondary: "bg-surface text-ink border-edge hover:bg-sunken",
  danger: "bg-surface text-bad border-bad hover:bg-bad-soft",
  quiet: "bg-transparent text-ink border-transparent hover:bg-sunken",
};

/** The look of a button, for links that act like one. */
export function buttonClass(variant: ButtonVariant = "primary", small = false): string {
  return clsx(
    "inline-flex items-center justify-center gap-2 rounded-lg border font-medium no-underline",
    "transition-colors disabled:opacity-60",
    small ? "min-h-9 px-3 text-sm" : "min-h-11 px-4",
    LOOKS[variant],
  );
}

interface Props extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  small?: boolean;
  /** Under way: shows it, and takes no second click. */
  busy?: boolean;
}

export function Button({ variant, small, busy = false, className, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      disabled={rest.disabled || busy}
      className={clsx(buttonClass(variant, small), className)}
    >
      {busy && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {children}
    </button>
  );
}
