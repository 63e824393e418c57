import { EmptyState, ErrorState } from "@sagashop/shared/ui";
import { type ReactNode, useEffect, useRef } from "react";
import { More } from "./More";
import { TableSkeleton } from "./TableSkeleton";
import type { useCursorPages } from "./useCursorPages";

interface Props<Item> {
  pages: ReturnType<typeof useCursorPages<Item>>;
  empty: { icon: ReactNode; title: string; text?: string; action?: ReactNode };
  children: (items: Item[]) => ReactNode;
}

/** A list in each of its states: on its way, broken, empty, there. */
export function List<Item>({ pages, empty, children }: Props<Item>) {
  const { turn } = pages;
  const top = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone; who uses the keyboard goes on at the top of the list.
  useEffect(() => {
    if (turn > 0) {
      top.current?.focus();
    }
  }, [turn]);
  if (pages.items === undefined) {
    return pages.error ? (
      <ErrorState error={pages.error} onRetry={pages.again} />
    ) : (
      <TableSkeleton />
    );
  }
  if (pages.items.length === 0) {
    return (
      <div role="status">
        <EmptyState icon={empty.icon} title={empty.title} action={empty.action}>
          {empty.text}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <div key={turn} ref={top} tabIndex={-1} className="outline-none">
        {children(pages.items)}
      </div>
      <More {...pages.more} />
    </>
  );
}
