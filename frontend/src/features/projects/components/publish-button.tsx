"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { projectPath } from "@/features/workflows/paths";
import { browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";
import { useRetry } from "@/lib/retry";
import { toast } from "@/lib/toast";

export function PublishButton({ handle, slug }: { handle: string; slug: string }) {
  const t = useTranslations("project_acts");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { run } = useRetry();
  const [busy, setBusy] = useState(false);

  async function publish() {
    setBusy(true);
    try {
      await run(() => browserApi.POST("/api/v1/projects/{handle}/{slug}/publish", { params: { path: { handle, slug } } }));
      toast(t("published"));
      router.refresh();
    } catch (error) {
      // This page has no field for it: the toast links to the form.
      if (fieldErrors(error)["/tagline"] !== undefined) {
        toast(t("publishBare"), { look: "danger", action: { label: t("edit"), href: `${projectPath({ handle, slug })}/edit` } });
      } else toast(problemMessage(error, errors), { look: "danger" });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button look="primary" busy={busy} onClick={publish}>
      {busy ? t("publishing") : t("publish")}
    </Button>
  );
}
