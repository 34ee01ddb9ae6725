"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { ApiError, problemMessage } from "@/lib/api/problem";
import { useRetry } from "@/lib/retry";
import { useSubmissionKey } from "@/lib/submission-key";
import { putLabel, saveVersion, type WorkflowPlace } from "../api";
import { type Content, LIMITS } from "../content";
import type { PlacedProblem, Told } from "../problems";
import { ProblemList } from "./problems-panel";

type Said = { look: "danger" | "info"; text: string } | null;

const LABEL = /^[a-z]([-._]?[a-z0-9])*$/;

/** Save the draft as a version, with version notes and an optional label. */
export function VersionDialog({
  open,
  onClose,
  place,
  problems,
  flush,
  now,
  tell,
  onSaved,
}: {
  open: boolean;
  onClose: () => void;
  place: WorkflowPlace;
  /** Problems that prevent it. */
  problems: readonly PlacedProblem[];
  flush: () => Promise<boolean>;
  now: () => Content;
  tell: (told: readonly Told[]) => void;
  onSaved: (number: number, content: Content) => void;
}) {
  const t = useTranslations("editor");
  const errors = useTranslations("errors");
  const { run, waiting } = useRetry();
  const withKey = useSubmissionKey();
  const [changelog, setChangelog] = useState("");
  const [label, setLabel] = useState("");
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>(null);
  const plainLabel = label.trim();
  const labelError =
    plainLabel === "" ? undefined : plainLabel === "latest" ? t("version.labelLatest") : LABEL.test(plainLabel) ? undefined : t("version.labelBad");

  const close = () => {
    setSaid(null);
    onClose();
  };
  const submit = async () => {
    if (busy || labelError) return;
    setBusy(true);
    setSaid(null);
    try {
      // Save the draft first, so that other editors see what the version contains.
      if (!(await flush())) {
        setSaid({ look: "danger", text: t("version.unsaved") });
        return;
      }
      const content = now();
      const version = await withKey({ content, changelog }, (body, header) => run(() => saveVersion(place, body, header)));
      if (plainLabel) await run(() => putLabel(place, plainLabel, version.number));
      if (version.isNew || plainLabel) {
        setChangelog("");
        setLabel("");
        onSaved(version.number, content);
        close();
      } else {
        setSaid({ look: "info", text: t("version.same", { number: version.number }) });
      }
    } catch (error) {
      if (error instanceof ApiError && error.status === 422 && error.errors.length > 0) {
        tell(error.errors);
        setSaid({ look: "danger", text: error.code === "secret_found" ? t("version.secret") : t("version.refused") });
      } else {
        setSaid({ look: "danger", text: problemMessage(error, errors) });
      }
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={open}
      onClose={close}
      title={t("version.title")}
      close={t("close")}
      insist={changelog !== ""}
      footer={
        problems.length === 0 ? (
          <>
            <Button onClick={close}>{t("cancel")}</Button>
            <Button look="primary" type="submit" form="ed-version" busy={busy}>
              {busy ? t("version.saving") : t("version.save")}
            </Button>
          </>
        ) : (
          <Button onClick={close}>{t("close")}</Button>
        )
      }
    >
      <div className="space-y-4">
        {said ? (
          <Alert look={said.look} live>
            {said.text}
          </Alert>
        ) : null}
        {waiting ? (
          <Alert live>{t("version.waiting")}</Alert>
        ) : null}
        {problems.length > 0 ? (
          <>
            <p>{t("version.fixFirst", { count: problems.length })}</p>
            <ProblemList problems={problems} onGo={close} />
          </>
        ) : (
          <form
            id="ed-version"
            className="space-y-4"
            onSubmit={(event) => {
              event.preventDefault();
              void submit();
            }}
          >
            <Field label={t("version.changelog")} optional={t("optional")} hint={t("version.changelogHint")}>
              {(field) => (
                <Textarea {...field} rows={3} maxLength={LIMITS.changelog} value={changelog} onChange={(event) => setChangelog(event.target.value)} />
              )}
            </Field>
            <Field label={t("version.label")} optional={t("optional")} hint={t("version.labelHint")} error={labelError}>
              {(field) => (
                <Input
                  {...field}
                  className="font-mono"
                  maxLength={40}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  value={label}
                  onChange={(event) => setLabel(event.target.value)}
                />
              )}
            </Field>
          </form>
        )}
      </div>
    </Dialog>
  );
}
