"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type FormEvent, type ReactNode } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useRetry } from "@/lib/retry";

/**
 * Confirmation for a deletion: `act` runs after `slug` was typed, and retries while the server is unavailable. Shows
 * its error and stays open.
 */
export function TypedConfirmation({
  slug,
  words,
  act,
  onClose,
  children,
}: {
  slug: string;
  words: { title: string; confirm: string; wrong: string; act: string; acting: string };
  act: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}) {
  const common = useTranslations("common");
  const { run } = useRetry();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useId();

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
      await run(act);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={words.title}
      close={common("close")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={form} look="danger" busy={busy}>
            {busy ? words.acting : words.act}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-4" noValidate>
        <p>{children}</p>
        <Field label={words.confirm} error={wrong ? words.wrong : null}>
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
        <FormOutcome problem={problem} />
      </form>
    </Dialog>
  );
}
