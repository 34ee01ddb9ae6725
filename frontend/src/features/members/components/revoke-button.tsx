"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { browserApi, problemMessage } from "@/lib/api/browser";
import { useRetry } from "@/lib/retry";
import { toast } from "@/lib/toast";

/** Withdraw an invitation. */
export function RevokeButton({ place, id, who }: { place: { handle: string; slug: string }; id: string; who: string }) {
  const t = useTranslations("members");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { run } = useRetry();
  const [busy, setBusy] = useState(false);

  async function revoke() {
    setBusy(true);
    try {
      await run(() =>
        browserApi.DELETE("/api/v1/projects/{handle}/{slug}/invitations/{invitation_id}", {
          params: { path: { ...place, invitation_id: id } },
        }),
      );
      toast(t("revoked", { who }));
      router.refresh();
    } catch (error) {
      toast(problemMessage(error, errors), { look: "danger" });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button size="small" look="quiet" busy={busy} onClick={revoke}>
      {t("revoke")}
      <span className="sr-only">: {who}</span>
    </Button>
  );
}
