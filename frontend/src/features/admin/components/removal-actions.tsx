"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Reason } from "@/features/moderation/reasons";
import { browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";
import { toast } from "@/lib/toast";
import { ReasonField } from "./reason-field";

/** What can be removed and restored. */
export type Removable = { kind: "project" | "collection"; handle: string; slug: string } | { kind: "comment"; comment_id: string };

function restore(target: Removable) {
  if (target.kind === "comment") {
    return browserApi.DELETE("/api/v1/admin/comments/{comment_id}/removal", { params: { path: { comment_id: target.comment_id } } });
  }
  const params = { path: { handle: target.handle, slug: target.slug } };
  return target.kind === "project"
    ? browserApi.DELETE("/api/v1/admin/projects/{handle}/{slug}/removal", { params })
    : browserApi.DELETE("/api/v1/admin/collections/{handle}/{slug}/removal", { params });
}

function remove(target: Removable, body: { reason: Reason; note: string }) {
  if (target.kind === "comment") {
    return browserApi.PUT("/api/v1/admin/comments/{comment_id}/removal", { params: { path: { comment_id: target.comment_id } }, body });
  }
  const params = { path: { handle: target.handle, slug: target.slug } };
  return target.kind === "project"
    ? browserApi.PUT("/api/v1/admin/projects/{handle}/{slug}/removal", { params, body })
    : browserApi.PUT("/api/v1/admin/collections/{handle}/{slug}/removal", { params, body });
}

/** Restore a target. In a list (`stay`) it shows the result in place; elsewhere it reloads the page. */
export function RestoreButton({ target, name, stay = false }: { target: Removable; name: string; stay?: boolean }) {
  const t = useTranslations("admin");
  const errors = useTranslations("errors");
  const router = useRouter();
  const [state, setState] = useState<"idle" | "busy" | "done">("idle");

  async function act() {
    setState("busy");
    try {
      await restore(target);
      toast(t("restored", { name }));
      if (stay) setState("done");
      else {
        setState("idle");
        router.refresh();
      }
    } catch (error) {
      setState("idle");
      toast(problemMessage(error, errors), { look: "danger" });
    }
  }

  if (state === "done") return <p className="text-sm text-muted">{t("restoredHere")}</p>;
  return (
    <Button size={stay ? "small" : "normal"} busy={state === "busy"} onClick={() => void act()}>
      {t("restore")}{" "}
      <span className="sr-only">{name}</span>
    </Button>
  );
}

/** Remove a target with a reason and a note; if it is removed already, change the reason. */
export function RemoveButton({ target, name, removal }: { target: Removable; name: string; removal: { reason: Reason; note: string } | null }) {
  const t = useTranslations("admin");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { run, waiting } = useRetry();
  const key = target.kind === "comment" ? target.comment_id : `${target.handle}/${target.slug}`;
  const [typed, setTyped, kept] = usePersistedState(`admin-removal:${key}`, removal ?? { reason: "spam" as Reason, note: "" });
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const form = useId();
  const wrong = fieldErrors(problem, errors);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await run(() => remove(target, { reason: typed.reason, note: typed.note.trim() }));
      kept.drop();
      setOpen(false);
      toast(t("removed", { name }));
      router.refresh();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        {removal === null ? t("remove") : t("changeReason")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        insist={typed.note !== ""}
        title={removal === null ? t("removeTitle", { name }) : t("changeReason")}
        close={common("close")}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
            <Button type="submit" form={form} look="danger" busy={busy}>
              {removal === null ? t("remove") : common("save")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} className="space-y-4">
          {removal === null ? <p className="text-muted">{t("removeText")}</p> : null}
          <ReasonField value={typed.reason} onChange={(reason) => setTyped((before) => ({ ...before, reason }))} error={wrong["/reason"]} />
          <Field label={t("note")} hint={t("noteHint")} optional={common("optional")} error={wrong["/note"]}>
            {(field) => (
              <Textarea
                {...field}
                rows={4}
                maxLength={1_000}
                value={typed.note}
                onChange={(event) => setTyped((before) => ({ ...before, note: event.target.value }))}
              />
            )}
          </Field>
          <FormOutcome problem={problem} waiting={waiting} />
        </form>
      </Dialog>
    </>
  );
}
