import type { Row as TableRow } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect } from "react";
import type { Features } from "./columns";
import { Row } from "./Row";
import { useRowKeys } from "./useRowKeys";

interface Props<Item extends object> {
  rows: TableRow<Features, Item>[];
  width: number;
  /** Whether only the rows in sight are drawn. */
  isLong: boolean;
  scroller: HTMLElement | null;
  selected: Record<string, true> | undefined;
  selectNameOf?: (rowId: string) => string;
  onOpen?: (row: Item) => void;
  onEnd?: () => void;
}

const ROW_HEIGHT = 61;

/** Scrolling draws this part anew, and nothing around it. */
export function Body<Item extends object>(props: Props<Item>) {
  const { rows, width, isLong, scroller, selected, selectNameOf, onOpen, onEnd } = props;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
    enabled: isLong,
  });
  const keys = useRowKeys({
    count: rows.length,
    body: scroller,
    reveal: (index) => isLong && virtualizer.scrollToIndex(index),
  });
  const inSight = isLong ? virtualizer.getVirtualItems() : null;
  const isAtEnd = inSight !== null && (inSight.at(-1)?.index ?? 0) >= rows.length - 1;
  useEffect(() => {
    if (isAtEnd) {
      onEnd?.();
    }
  }, [isAtEnd, onEnd]);
  const shown = inSight ? inSight.map(({ index }) => index) : rows.map((_, index) => index);
  const above = inSight?.[0]?.start ?? 0;
  const below = inSight ? virtualizer.getTotalSize() - (inSight.at(-1)?.end ?? 0) : 0;
  return (
    <tbody onKeyDown={keys.onKeyDown}>
      <Gap height={above} width={width} />
      {shown.map((index) => {
        const row = rows[index];
        return row ? (
          <Row
            key={row.id}
            row={row}
            index={index}
            measure={isLong ? virtualizer.measureElement : undefined}
            active={index === keys.active}
            onFocus={keys.setActive}
            onOpen={onOpen}
            selectLabel={selectNameOf?.(row.id)}
            selected={selected?.[row.id] ?? false}
          />
        ) : null;
      })}
      <Gap height={below} width={width} />
    </tbody>
  );
}

/** In the place of the rows that are out of sight. */
function Gap({ height, width }: { height: number; width: number }) {
  return height > 0 ? (
    <tr aria-hidden>
      <td colSpan={width} style={{ height, padding: 0 }} />
    </tr>
  ) : null;
}
