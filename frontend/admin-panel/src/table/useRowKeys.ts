import { type KeyboardEvent, useState } from "react";

interface Options {
  count: number;
  body: HTMLElement | null;
  /** Brings a row into the page before it is focused. */
  reveal: (index: number) => void;
}

const STEPS: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Arrows walk through the rows of a table; Tab reaches only one of them. */
export function useRowKeys({ count, body, reveal }: Options) {
  const [active, setActive] = useState(0);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const isRow = event.target instanceof HTMLTableRowElement;
    if (step === undefined || !isRow) {
      return;
    }
    event.preventDefault();
    const next = Math.min(count - 1, Math.max(0, active + step));
    setActive(next);
    reveal(next);
    // A row that was out of sight is drawn in the next frame.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        body?.querySelector<HTMLElement>(`tr[data-index="${next}"]`)?.focus(),
      ),
    );
  };
  return { active: Math.min(active, Math.max(0, count - 1)), setActive, onKeyDown };
}
