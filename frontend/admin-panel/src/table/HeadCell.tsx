import clsx from "clsx";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { type Look, lookClass } from "./look";

interface Props {
  look: Look | undefined;
  sort?: string;
  onSort?: (sort: string) => void;
  children: ReactNode;
}

export function HeadCell({ look, sort, onSort, children }: Props) {
  const by = look?.sort;
  const direction = by && sort === by ? "ascending" : by && sort === `-${by}` ? "descending" : null;
  const Icon =
    direction === "ascending" ? ArrowUp : direction === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={direction ?? undefined}
      className={clsx("h-11 px-4 text-sm font-medium text-faint", lookClass(look))}
    >
      {by && onSort ? (
        <button
          type="button"
          onClick={() => onSort(direction === "descending" ? by : `-${by}`)}
          className={clsx(
            "-mx-2 inline-flex min-h-9 items-center gap-1 rounded-md px-2 hover:bg-sunken",
            direction && "text-ink",
          )}
        >
          {children}
          <Icon aria-hidden className="size-3.5" />
        </button>
      ) : (
        children
      )}
    </th>
  );
}

export function SelectAll({
  label,
  all,
  some,
  onChange,
}: {
  label: string;
  all: boolean;
  some: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label className="flex size-6 items-center justify-center">
      <input
        type="checkbox"
        aria-label={label}
        checked={all}
        ref={(box) => {
          if (box) {
            box.indeterminate = some && !all;
          }
        }}
        onChange={(event) => onChange(event.target.checked)}
        className="size-5 accent-accent"
      />
    </label>
  );
}
