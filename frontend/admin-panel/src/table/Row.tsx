import { FlexRender, type Row as TableRow } from "@tanstack/react-table";
import clsx from "clsx";
import { type KeyboardEvent, type MouseEvent, memo } from "react";
import type { Features } from "./columns";
import { lookClass } from "./look";

interface Props<Item extends object> {
  row: TableRow<Features, Item>;
  /** Tells how high the row has become. */
  measure?: (row: HTMLTableRowElement | null) => void;
  index: number;
  /** The one row that the Tab key reaches. */
  active: boolean;
  onFocus: (index: number) => void;
  onOpen?: (row: Item) => void;
  selectLabel?: string;
  selected: boolean;
}

function PlainRow<Item extends object>({
  row,
  measure,
  index,
  active,
  onFocus,
  onOpen,
  selectLabel,
  selected,
}: Props<Item>) {
  const press = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget) {
      return;
    }
    if (event.key === "Enter" && onOpen) {
      event.preventDefault();
      onOpen(row.original);
    } else if (event.key === " ") {
      event.preventDefault();
      if (selectLabel) {
        row.toggleSelected();
      } else {
        onOpen?.(row.original);
      }
    }
  };
  const click = (event: MouseEvent<HTMLTableRowElement>) => {
    const isOwn = event.target instanceof Element && event.target.closest("a,button,label,input");
    if (!isOwn && !window.getSelection()?.toString()) {
      onOpen?.(row.original);
    }
  };
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      tabIndex={onOpen ? (active ? 0 : -1) : undefined}
      onFocus={() => onFocus(index)}
      onKeyDown={press}
      onClick={onOpen && click}
      className={clsx(
        "h-14 border-b border-line last:border-0 focus-visible:-outline-offset-2",
        onOpen && "cursor-pointer hover:bg-sunken/60",
        selected && "bg-accent-soft",
      )}
    >
      {selectLabel && (
        <td className="pl-4">
          <label className="flex size-6 items-center justify-center">
            <input
              type="checkbox"
              aria-label={selectLabel}
              checked={selected}
              onChange={(event) => row.toggleSelected(event.target.checked)}
              className="size-5 accent-accent"
            />
          </label>
        </td>
      )}
      {row.getAllCells().map((cell) => (
        <td key={cell.id} className={clsx("px-4 py-2", lookClass(cell.column.columnDef.meta))}>
          <FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  );
}

/** Scrolling moves rows in and out; those that stay are not drawn again. */
export const Row = memo(PlainRow) as typeof PlainRow;
