"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type FormEvent, useId, useState } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Alert } from "@/components/ui/alert";
import { Variable } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";
import { cn } from "@/lib/cn";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";
import { useSubmissionKey } from "@/lib/submission-key";
import { workflowPath } from "../paths";
import { contentOfPrompt, type Document, LARGEST_FILE, readDocument } from "../document";
import { parseTemplate } from "../template";

const PROJECT = "/api/v1/projects/{handle}/{slug}";

type Way = "empty" | "paste" | "import";

const BLANK = { way: "empty" as Way, title: "", summary: "", prompt: "" };

/** Create a workflow: empty, from a prompt, or from a file. */
export function NewWorkflowForm({ handle, slug }: { handle: string; slug: string }) {
  const t = useTranslations("workflow_acts.new");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { run, waiting } = useRetry();
  const [typed, setTyped, kept] = usePersistedState(`new-workflow:${handle}/${slug}`, BLANK);
  const [file, setFile] = useState<Document | null>(null);
  const [told, setTold] = useState<Readonly<Record<string, string>>>({});
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const withKey = useSubmissionKey();
  const id = useId();
  const { way, title, summary, prompt } = typed;
  const names = [...parseTemplate(prompt).names.keys()];

  function type(change: Partial<typeof BLANK>) {
    setTyped((before) => ({ ...before, ...change }));
    setTold({});
  }

  async function pick(event: ChangeEvent<HTMLInputElement>) {
    const picked = event.target.files?.[0];
    setFile(null);
    setTold({});
    setProblems([]);
    if (!picked) return;
    if (picked.size > LARGEST_FILE) {
      setTold({ file: t("fileTooLarge") });
      return;
    }
    const found = readDocument(await picked.text());
    if ("problem" in found) setTold({ file: t(found.problem) });
    else setFile(found.document);
  }

  function missing(): Record<string, string> {
    if (way === "import") return file === null ? { file: told.file ?? t("fileNeeded") } : {};
    return {
      ...(title.trim() === "" ? { title: t("titleNeeded") } : {}),
      ...(way === "paste" && prompt.trim() === "" ? { prompt: t("promptNeeded") } : {}),
    };
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    setProblem(null);
    setProblems([]);
    const lacking = missing();
    setTold(lacking);
    const first = Object.keys(lacking)[0];
    if (first !== undefined) {
      event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    setBusy(true);
    try {
      const made = way === "import" && file !== null ? await take(file) : await create();
      kept.drop();
      const address = { handle: made.handle, slug: made.project, workflow: made.slug };
      router.push(workflowPath(address, way === "import" ? undefined : "edit"));
    } catch (error) {
      setBusy(false);
      const at = fieldErrors(error, errors);
      const { "/title": ofTitle, "/summary": ofSummary, ...rest } = at;
      if (way === "import") setProblems(Object.values(at));
      else {
        setTold({ ...(ofTitle ? { title: ofTitle } : {}), ...(ofSummary ? { summary: ofSummary } : {}) });
        setProblems(Object.values(rest));
      }
      if (Object.keys(at).length === 0) setProblem(problemMessage(error, errors));
    }
  }

  async function create() {
    const content = way === "paste" ? contentOfPrompt(prompt, t("firstStep"), names) : undefined;
    const { data } = await withKey({ title: title.trim(), summary: summary.trim(), ...(content ? { content } : {}) }, (body, header) =>
      run(() => browserApi.POST(`${PROJECT}/workflows`, { params: { path: { handle, slug }, header }, body })),
    );
    if (!data) throw new Error("A workflow was made and not told.");
    return data;
  }

  async function take(document: Document) {
    const { data } = await withKey(document, (body, header) =>
      run(() => browserApi.POST(`${PROJECT}/workflows/import`, { params: { path: { handle, slug }, header }, body })),
    );
    if (!data) throw new Error("A workflow was made and not told.");
    return data;
  }

  const ways: { value: Way; label: string; about: string }[] = [
    { value: "empty", label: t("empty"), about: t("emptyText") },
    { value: "paste", label: t("paste"), about: t("pasteText") },
    { value: "import", label: t("import"), about: t("importText") },
  ];

  return (
    <form onSubmit={submit} className="space-y-6" noValidate>
      <fieldset>
        <legend className="mb-2 text-sm font-medium">{t("way")}</legend>
        <div className="grid gap-3 sm:grid-cols-3">
          {ways.map(({ value, label, about }) => (
            <label
              key={value}
              className={cn(
                "flex cursor-pointer gap-3 rounded-md border p-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
                way === value ? "border-accent bg-accent-soft" : "border-edge hover:bg-sunken",
              )}
            >
              <input
                type="radio"
                name={`${id}-way`}
                className="mt-1 size-4 shrink-0 accent-accent"
                checked={way === value}
                onChange={() => {
                  type({ way: value });
                  setProblem(null);
                  setProblems([]);
                }}
              />
              <span>
                <span className="block font-medium">{label}</span>
                <span className="block text-sm text-muted">{about}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {way === "import" ? (
        <Field
          label={t("file")}
          hint={file ? t("fileRead", { title: file.title, steps: file.content.steps?.length ?? 0 }) : t("fileHint")}
          error={told.file}
        >
          {(field) => (
            <Input
              {...field}
              type="file"
              name="file"
              accept=".json,application/json"
              onChange={pick}
              className="file:me-3 file:rounded file:border-0 file:bg-sunken file:px-3 file:py-1 file:text-ink"
            />
          )}
        </Field>
      ) : (
        <>
          <Field label={t("name")} hint={t("nameHint")} error={told.title}>
            {(field) => (
              <Input
                {...field}
                name="title"
                maxLength={120}
                autoComplete="off"
                value={title}
                onChange={(event) => type({ title: event.target.value })}
              />
            )}
          </Field>
          <Field label={t("summary")} hint={t("summaryHint")} error={told.summary}>
            {(field) => (
              <Input
                {...field}
                name="summary"
                maxLength={300}
                autoComplete="off"
                value={summary}
                onChange={(event) => type({ summary: event.target.value })}
              />
            )}
          </Field>
          {way === "paste" && (
            <div className="space-y-2">
              <Field label={t("prompt")} hint={t("promptHint")} error={told.prompt}>
                {(field) => (
                  <Textarea
                    {...field}
                    name="prompt"
                    mono
                    rows={8}
                    maxLength={20_000}
                    value={prompt}
                    onChange={(event) => type({ prompt: event.target.value })}
                  />
                )}
              </Field>
              {prompt.trim() !== "" && (
                <p role="status" className="flex flex-wrap gap-x-2 gap-y-1 text-sm text-muted">
                  {t("found", { count: names.length })}
                  {names.map((name) => (
                    <Variable key={name} name={name} />
                  ))}
                </p>
              )}
            </div>
          )}
        </>
      )}
      {problems.length > 0 && (
        <Alert look="danger" live title={way === "import" ? t("problems") : undefined}>
          <ul className="list-disc ps-5">
            {problems.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Alert>
      )}
      <FormOutcome problem={problem} waiting={waiting} />
      <Button type="submit" look="primary" busy={busy}>
        {busy ? t("creating") : way === "import" ? t("createImport") : t("create")}
      </Button>
    </form>
  );
}
