"use client";

import { WifiOff } from "lucide-react";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { probeNow, reportUnreachable, useConnection } from "@/lib/connection";

/** Notice while the server is unavailable. It overlays the foot of the page, so that nothing moves. */
export function ConnectionNotice({ away, now }: { away: string; now: string }) {
  const state = useConnection();

  useEffect(() => {
    addEventListener("offline", reportUnreachable);
    addEventListener("online", probeNow);
    return () => {
      removeEventListener("offline", reportUnreachable);
      removeEventListener("online", probeNow);
    };
  }, []);

  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-0 z-40 p-4">
      {state === "away" ? (
        <div className="pointer-events-auto mx-auto flex w-fit items-center gap-3 rounded-md border border-warn/40 bg-warn-soft px-4 py-1.5 text-[0.9375rem] text-ink sm:mx-0">
          <WifiOff className="size-4 shrink-0 text-warn" aria-hidden="true" />
          <span>{away}</span>
          <Button look="link" size="small" onClick={probeNow}>
            {now}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
