import clsx from "clsx";

/** How a column looks, and what it can do. */
export interface Look {
  /** The name by which the service sorts; columns without one cannot be sorted. */
  sort?: string;
  /** Below this width the column is left out: what it says stands on the row's own page. */
  from?: "sm" | "md" | "lg" | "xl" | "2xl";
  numeric?: boolean;
  /** A class for the width of the column. */
  width?: string;
}

const FROM = {
  sm: "hidden sm:table-cell",
  md: "hidden md:table-cell",
  lg: "hidden lg:table-cell",
  xl: "hidden xl:table-cell",
  "2xl": "hidden 2xl:table-cell",
} as const;

export function lookClass(look: Look | undefined): string {
  return clsx(
    look?.numeric ? "text-right" : "text-left",
    look?.from && FROM[look.from],
    look?.width,
  );
}
