"use client";

import { WifiOff } from "lucide-react";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { probeNow, reportUnreachable, useConnection } from "@/lib/connection";

/** Says quietly that the server is away, for as long as it is. It lies above the page: nothing moves. */
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
    <div role="status" className="fixed inset-x-0 top-0 z-50">
      {state === "away" ? (
        <div className="flex items-center justify-center gap-3 border-b border-warn/40 bg-warn-soft px-4 py-1.5 text-[0.9375rem] text-ink">
          <WifiOff className="size-4 shrink-0 text-warn" aria-hidden="true" />
          <span>{away}</span>
          <Button look="link" size="inline" onClick={probeNow}>
            {now}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
