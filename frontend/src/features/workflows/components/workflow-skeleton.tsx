import { Skeleton } from "@/components/ui/skeleton";

/** Has the height of a workflow's header and first steps. Only for pages that need scripts. */
export function WorkflowSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="space-y-6">
      <div className="space-y-3">
        <Skeleton className="h-5 w-64" />
        <Skeleton className="h-10 w-2/3" />
        <Skeleton className="h-7 w-1/2" />
        <Skeleton className="h-10 w-72" />
      </div>
      <div className="thread">
        {[0, 1, 2].map((row) => (
          <div key={row} className="space-y-3 pt-1.5 pb-8">
            <Skeleton className="h-6 w-48" />
            <Skeleton className="h-32 w-full" />
          </div>
        ))}
      </div>
    </div>
  );
}
