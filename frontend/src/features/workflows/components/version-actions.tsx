"use client";

import { RotateCcw, Tag, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";
import { useSubmissionKey } from "@/lib/submission-key";
import { toast } from "@/lib/toast";
import type { Address } from "../paths";

const ONE = "/api/v1/projects/{handle}/{slug}/workflows/{workflow}";
const LABEL = /^[a-z]([-._]?[a-z0-9])*$/;

/** Actions of editors on a version: set and remove labels, restore it as the newest. */
export function VersionActions({
  address,
  number,
  newest,
  labels,
  own,
}: {
  address: Address;
  number: number;
  newest: number;
  labels: Readonly<Record<string, number>>;
  own: readonly string[];
}) {
  const t = useTranslations("workflow_acts.versions");
  const errors = useTranslations("errors");
  const router = useRouter();
  const [dialog, setDialog] = useState<"label" | "restore" | null>(null);
  const [busy, setBusy] = useState(false);

  async function removeLabel(name: string) {
    if (busy) return;
    setBusy(true);
    try {
      await browserApi.DELETE(`${ONE}/labels/{name}`, { params: { path: { ...address, name } } });
      toast(t("labelGone", { label: name }));
      router.refresh();
    } catch (error) {
      toast(problemMessage(error, errors), { look: "danger" });
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      {own.map((label) => (
        <span key={label} className="ms-3 inline-flex items-center rounded bg-accent-soft ps-2 font-mono text-accent-strong">
          {label}
          <button
            type="button"
            className="inline-flex size-10 items-center justify-center rounded hover:text-ink sm:size-7"
            aria-label={t("labelRemove", { label })}
            onClick={() => removeLabel(label)}
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        </span>
      ))}
      <Button look="quiet" size="small" aria-label={`${t("labelAdd")}: ${t("number", { number })}`} onClick={() => setDialog("label")}>
        <Tag aria-hidden="true" />
        {t("labelAdd")}
      </Button>
      {number !== newest && (
        <Button look="quiet" size="small" aria-label={`${t("restore")}: ${t("number", { number })}`} onClick={() => setDialog("restore")}>
          <RotateCcw aria-hidden="true" />
          {t("restore")}
        </Button>
      )}
      {dialog === "label" && (
        <LabelDialog address={address} number={number} labels={labels} onClose={() => setDialog(null)} />
      )}
      {dialog === "restore" && (
        <RestoreDialog address={address} number={number} newest={newest} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

/** Run a dialog's action once at a time, then close it. `act` returns why it failed. */
function useAct(act: () => Promise<string | void>, onClose: () => void) {
  const errors = useTranslations("errors");
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const refused = await act();
      if (typeof refused === "string") return setProblem(refused);
      onClose();
      router.refresh();
    } catch (error) {
      setProblem(Object.values(fieldErrors(error, errors))[0] ?? problemMessage(error, errors));
    } finally {
      setBusy(false);
    }
  }

  return { problem, busy, submit };
}

function LabelDialog({
  address,
  number,
  labels,
  onClose,
}: {
  address: Address;
  number: number;
  labels: Readonly<Record<string, number>>;
  onClose: () => void;
}) {
  const t = useTranslations("workflow_acts.versions");
  const common = useTranslations("common");
  const form = useId();
  const [name, setName] = useState("");
  const label = name.trim().toLowerCase();
  const movesFrom = Object.hasOwn(labels, label) ? labels[label] : undefined;

  const { problem, busy, submit } = useAct(async () => {
    if (!LABEL.test(label) || label.length > 40 || label === "latest") return t("labelHint");
    const path = { ...address, name: label };
    await browserApi.PUT(`${ONE}/labels/{name}`, { params: { path }, body: { number } });
    toast(t("labelDone", { label, number }));
  }, onClose);

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("labelFor", { number })}
      close={common("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} look="primary" busy={busy}>
            {t("labelSet")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-3">
        <Field label={t("label")} hint={t("labelHint")} error={problem}>
          {(field) => (
            <Input
              {...field}
              autoFocus
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              list={`${form}-known`}
              maxLength={40}
              className="font-mono"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <datalist id={`${form}-known`}>
          {Object.keys(labels).map((known) => (
            <option key={known} value={known} />
          ))}
        </datalist>
        {movesFrom !== undefined && movesFrom !== number && (
          <Alert>{t("labelMoves", { label, from: movesFrom })}</Alert>
        )}
      </form>
    </Dialog>
  );
}

function RestoreDialog({
  address,
  number,
  newest,
  onClose,
}: {
  address: Address;
  number: number;
  newest: number;
  onClose: () => void;
}) {
  const t = useTranslations("workflow_acts.versions");
  const common = useTranslations("common");
  const form = useId();
  const [note, setNote] = useState(t("restoreNoteText", { number }));
  const withKey = useSubmissionKey();

  const { problem, busy, submit } = useAct(async () => {
    const { data, response } = await withKey({ restore: number, changelog: note.trim() }, (body, header) =>
      browserApi.POST(`${ONE}/versions`, { params: { path: address, header }, body }),
    );
    toast(response.status === 200 ? t("restoreSame", { number }) : t("restored", { number: data?.number ?? newest + 1 }));
  }, onClose);

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("restoreTitle", { number })}
      close={common("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} look="primary" busy={busy}>
            {t("restore")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-4">
        <p>{t("restoreText", { number, next: newest + 1 })}</p>
        <Field label={t("restoreNote")}>
          {(field) => (
            <Input {...field} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <FormOutcome problem={problem} />
      </form>
    </Dialog>
  );
}
