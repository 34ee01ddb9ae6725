import { cn } from "@/lib/cn";

/** Has the height of the content, so that nothing moves. */
export function Skeleton({ className }: { className?: string }) {
  return <div className={cn("animate-pulse rounded bg-line/70", className)} aria-hidden="true" />;
}

/** For loading.tsx of pages with a heading and a list. `label`: "Loading". */
export function ListSkeleton({ label, rows = 8, heading = true }: { label: string; rows?: number; heading?: boolean }) {
  return (
    <div role="status" aria-label={label}>
      {heading ? <Skeleton className="mb-6 h-8 w-56" /> : null}
      <div className="divide-y divide-line">
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="space-y-2 py-4">
            <Skeleton className="h-5 w-2/5" />
            <Skeleton className="h-4 w-4/5" />
          </div>
        ))}
      </div>
    </div>
  );
}
