"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState, type FormEvent } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { projectPath } from "@/features/workflows/addresses";
import { browserApi, problemMessage } from "@/lib/api/browser";
import { useRetry } from "@/lib/retry";
import { toast } from "@/lib/toast";

/** Deletes after its slug was typed. It can be taken back at once, and for thirty days from the list of one's projects. */
export function DeleteDialog({
  project: { handle, slug, title },
  onClose,
}: {
  project: { handle: string; slug: string; title: string };
  onClose: () => void;
}) {
  const t = useTranslations("project_acts");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { run } = useRetry();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useId();

  async function restore() {
    try {
      await browserApi.POST("/api/v1/projects/{handle}/{slug}/restore", { params: { path: { handle, slug } } });
      location.assign(projectPath({ handle, slug }));
    } catch (error) {
      toast(problemMessage(error, errors), { look: "danger", action: { label: t("restore"), act: () => void restore() } });
    }
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (typed.trim().toLowerCase() !== slug) {
      setWrong(true);
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await run(() => browserApi.DELETE("/api/v1/projects/{handle}/{slug}", { params: { path: { handle, slug } } }));
      toast(t("deleted", { title }), { action: { label: t("restore"), act: () => void restore() } });
      router.push("/me");
    } catch (error) {
      setProblem(problemMessage(error, errors));
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("deleteTitle", { title })}
      close={common("close")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={form} look="danger" busy={busy}>
            {t(busy ? "deleting" : "deleteDo")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-4" noValidate>
        <p>{t("deleteText")}</p>
        <Field label={t("deleteConfirm", { slug })} error={wrong ? t("deleteWrong", { slug }) : null}>
          {(field) => (
            <Input
              {...field}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              className="font-mono"
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setWrong(false);
              }}
            />
          )}
        </Field>
        {problem === null ? null : (
          <Alert look="danger" live>
            {problem}
          </Alert>
        )}
      </form>
    </Dialog>
  );
}
