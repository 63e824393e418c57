import { type RowSelectionState, useTable } from "@tanstack/react-table";
import clsx from "clsx";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Body } from "./Body";
import type { Columns } from "./columns";
import { features } from "./columns";
import { HeadCell, SelectAll } from "./HeadCell";

export interface Selection {
  state: RowSelectionState;
  onChange: (state: RowSelectionState) => void;
  nameOf: (rowId: string) => string;
}

interface Props<Item extends object> {
  /** What the table lists, for those who cannot see what is around it. */
  name: string;
  columns: Columns<Item>;
  rows: Item[];
  rowId: (row: Item) => string;
  sort?: string;
  onSort?: (sort: string) => void;
  onOpen?: (row: Item) => void;
  selection?: Selection;
  /** Called when somebody has scrolled to the end of a long table. */
  onEnd?: () => void;
}

/** From here on only the rows in sight are drawn. */
const MANY = 60;

/**
 * A table whose order and filters are the server's. Rows open by click and Enter, arrows walk
 * through them. However many there are, only those in sight are in the page.
 */
export function DataTable<Item extends object>({
  name,
  columns,
  rows: data,
  rowId,
  sort,
  onSort,
  onOpen,
  selection,
  onEnd,
}: Props<Item>) {
  const { t } = useTranslation();
  // In the state, as the rows in sight are known only once there is something to scroll.
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: rowId,
    enableRowSelection: selection !== undefined,
    state: { rowSelection: selection?.state ?? {} },
    onRowSelectionChange: (next) =>
      selection?.onChange(typeof next === "function" ? next(selection.state) : next),
  });
  const rows = table.getRowModel().rows;
  const isLong = rows.length > MANY;
  const chosen = selection ? Object.keys(selection.state).length : 0;
  const width = columns.length + (selection ? 1 : 0);

  return (
    <section
      ref={setScroller}
      aria-label={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      className={clsx(
        "relative overflow-auto rounded-2xl border border-line bg-surface",
        isLong && "max-h-[max(24rem,calc(100dvh-22rem))]",
      )}
    >
      <table aria-label={name} aria-rowcount={rows.length + 1} className="w-full border-collapse">
        <thead className="sticky top-0 z-10 bg-surface shadow-[0_1px_0_var(--line)]">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {selection && (
                <th scope="col" className="w-12 pl-4 text-left">
                  <SelectAll
                    label={t("table.selectAll")}
                    all={chosen > 0 && chosen === rows.length}
                    some={chosen > 0}
                    onChange={(on) => table.toggleAllRowsSelected(on)}
                  />
                </th>
              )}
              {group.headers.map((header) => (
                <HeadCell
                  key={header.id}
                  look={header.column.columnDef.meta}
                  sort={sort}
                  onSort={onSort}
                >
                  <table.FlexRender header={header} />
                </HeadCell>
              ))}
            </tr>
          ))}
        </thead>
        <Body
          rows={rows}
          width={width}
          isLong={isLong}
          scroller={scroller}
          selected={selection?.state}
          selectNameOf={selection?.nameOf}
          onOpen={onOpen}
          onEnd={onEnd}
        />
      </table>
    </section>
  );
}
