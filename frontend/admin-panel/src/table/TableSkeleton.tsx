import { Loading, Skeleton } from "@sagashop/shared/ui";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

export function TableSkeleton() {
  return (
    <Loading>
      <div className="overflow-hidden rounded-2xl border border-line bg-surface">
        <div className="h-11 border-b border-line" />
        {ROWS.map((row) => (
          <div
            key={row}
            className="flex h-14 items-center gap-6 border-b border-line px-4 last:border-0"
          >
            <Skeleton className="h-4 w-16" />
            <Skeleton className="h-4 flex-1" />
            <Skeleton className="h-4 w-24" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
