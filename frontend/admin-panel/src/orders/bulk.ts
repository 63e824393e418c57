import { ok, orders } from "@sagashop/shared/api";

export const BULK_ACTIONS = ["cancel", "deliver"] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

export type RowResult =
  | { kind: "waiting" }
  | { kind: "running" }
  | { kind: "done" }
  | { kind: "failed"; error: unknown };

const AT_ONCE = 4;

export function actOn(action: BulkAction, id: number): Promise<unknown> {
  const path = { params: { path: { id } } };
  return ok(
    action === "cancel"
      ? orders.POST("/orders/{id}/cancel", path)
      : orders.POST("/orders/{id}/deliver", path),
  );
}

/** Does one thing to many rows, a few at a time; a row that fails does not stop the others. */
export async function forEachRow(
  ids: number[],
  act: (id: number) => Promise<unknown>,
  onResult: (id: number, result: RowResult) => void,
): Promise<void> {
  const waiting = [...ids];
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      onResult(id, { kind: "running" });
      try {
        await act(id);
        onResult(id, { kind: "done" });
      } catch (error) {
        onResult(id, { kind: "failed", error });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
