"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TypedConfirmation } from "@/components/typed-confirmation";
import { Button } from "@/components/ui/button";
import { browserApi } from "@/lib/api/browser";
import { toast } from "@/lib/toast";
import { type Address, projectPath } from "../paths";

/** Delete a workflow with all versions, for the owner of the project. */
export function DeleteWorkflow({ address, title }: { address: Address; title: string }) {
  const t = useTranslations("workflow_delete");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const slug = address.workflow;

  async function act() {
    await browserApi.DELETE("/api/v1/projects/{handle}/{slug}/workflows/{workflow}", { params: { path: address } });
    toast(t("deleted", { title }));
    router.push(projectPath(address));
  }

  return (
    <>
      <Button look="danger" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {open ? (
        <TypedConfirmation
          slug={slug}
          words={{
            title: t("title", { title }),
            confirm: t("confirm", { slug }),
            wrong: t("wrong", { slug }),
            act: t("act"),
            acting: t("acting"),
          }}
          act={act}
          onClose={() => setOpen(false)}
        >
          {t("text")}
        </TypedConfirmation>
      ) : null}
    </>
  );
}
