"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { browserApi } from "@/lib/api/browser";
import { toast } from "@/lib/toast";

export function RestoreButton({
  handle,
  slug,
  words,
}: {
  handle: string;
  slug: string;
  words: { restore: string; label: string; restored: string; failed: string };
}) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function restore() {
    setBusy(true);
    try {
      await browserApi.POST("/api/v1/projects/{handle}/{slug}/restore", { params: { path: { handle, slug } } });
      toast(words.restored);
      router.refresh();
    } catch {
      toast(words.failed, { look: "danger" });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button size="small" busy={busy} aria-label={words.label} onClick={() => void restore()}>
      {words.restore}
    </Button>
  );
}
