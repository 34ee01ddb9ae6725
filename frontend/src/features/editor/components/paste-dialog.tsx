"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { LIMITS } from "../content";
import type { Action, Doc } from "../document";
import { split } from "../split";

/** Split a pasted prompt into steps, with a live preview. */
export function PasteDialog({
  open,
  onClose,
  doc,
  dispatch,
}: {
  open: boolean;
  onClose: () => void;
  doc: Doc;
  dispatch: (action: Action) => void;
}) {
  const t = useTranslations("editor");
  const [text, setText] = useState("");
  const [brackets, setBrackets] = useState(true);
  const [variables, setVariables] = useState(true);
  const blank = doc.steps.every((step) => !step.title.trim() && !step.template.trim());
  const [instead, setInstead] = useState<boolean | null>(null);
  const replace = instead ?? blank;

  const shown = useDeferredValue(text);
  const found = useMemo(() => split(shown, { brackets }), [shown, brackets]);
  const plain = useMemo(() => split(shown), [shown]);
  const room = LIMITS.steps - (replace ? 0 : doc.steps.length);
  const tooMany = found.steps.length > room;
  const tooLong = found.steps.some((step) => [...step.template].length > LIMITS.template);
  const names = new Set([...doc.variables.map((variable) => variable.name), ...doc.steps.flatMap((step) => step.output ?? [])]);
  const fresh = found.names.filter((name) => !names.has(name));

  const take = () => {
    const now = split(text, { brackets });
    dispatch({
      type: "addSteps",
      steps: now.steps,
      variables: variables ? now.names.map((name) => ({ name, label: labelOf(name) })) : [],
      instead: replace,
    });
    setText("");
    setInstead(null);
    onClose();
  };

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("paste.title")}
      close={t("close")}
      insist={text !== ""}
      wide
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" disabled={found.steps.length === 0 || tooMany} onClick={take}>
            {t("paste.take", { count: found.steps.length })}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <Field label={t("paste.text")} hint={t("paste.hint")}>
          {(field) => <Textarea {...field} mono rows={8} value={text} onChange={(event) => setText(event.target.value)} />}
        </Field>
        {found.steps.length > 0 ? (
          <>
            <div>
              {plain.brackets > 0 ? (
                <Checkbox
                  label={t("paste.brackets", { count: plain.brackets })}
                  checked={brackets}
                  onChange={(event) => setBrackets(event.target.checked)}
                />
              ) : null}
              {fresh.length > 0 ? (
                <Checkbox
                  label={t("paste.variables", { count: fresh.length })}
                  hint={<span className="font-mono">{fresh.join(", ")}</span>}
                  checked={variables}
                  onChange={(event) => setVariables(event.target.checked)}
                />
              ) : null}
              {!blank ? (
                <Checkbox label={t("paste.instead")} checked={replace} onChange={(event) => setInstead(event.target.checked)} />
              ) : null}
            </div>
            {tooMany ? (
              <p role="alert" className="text-sm text-danger">
                {t("paste.tooMany", { count: found.steps.length, room })}
              </p>
            ) : null}
            {tooLong ? <p className="text-sm text-danger">{t("paste.tooLong", { max: LIMITS.template })}</p> : null}
            <section aria-live="polite" aria-label={t("paste.preview")}>
              <h3 className="mb-2 text-sm font-medium">{t("paste.found", { count: found.steps.length })}</h3>
              <ol className="thread">
                {found.steps.slice(0, LIMITS.steps).map((step, at) => (
                  <li key={at} className="pb-4" style={{ "--knot": "0.75rem" } as React.CSSProperties}>
                    <p className="font-medium">{step.title}</p>
                    <p className="line-clamp-3 font-mono text-sm whitespace-pre-wrap text-muted [overflow-wrap:anywhere]">{step.template}</p>
                  </li>
                ))}
              </ol>
            </section>
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

/** `target_audience` → Target audience. */
function labelOf(name: string): string {
  const words = name.replaceAll("_", " ").trim();
  return name.includes("_") ? words.charAt(0).toUpperCase() + words.slice(1) : "";
}
