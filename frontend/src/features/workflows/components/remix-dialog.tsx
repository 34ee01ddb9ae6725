"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError, browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";
import { useRetry } from "@/lib/retry";
import { useSubmissionKey } from "@/lib/submission-key";
import { workflowPath } from "../paths";
import { loadEditableProjects, type OwnProject } from "../browser-api";
import type { RemixOf } from "../model";

const NEW = "";

/** Choose a new or existing project for the remix, then open its editor. */
export function RemixDialog({
  address,
  version,
  title,
  viewer,
  open,
  onClose,
}: RemixOf & { open: boolean; onClose: () => void }) {
  const t = useTranslations("workflow_remix");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const router = useRouter();
  const form = useId();
  const { run, waiting } = useRetry();
  const [projects, setProjects] = useState<OwnProject[] | null>(null);
  const [chosen, setChosen] = useState(NEW);
  const [newTitle, setNewTitle] = useState(title);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [titleProblem, setTitleProblem] = useState<string | null>(null);
  const withRemixKey = useSubmissionKey();
  const withProjectKey = useSubmissionKey();
  const made = useRef<{ title: string; spec: string } | null>(null);

  useEffect(() => {
    if (!open || projects !== null) return;
    let gone = false;
    run(loadEditableProjects).then(
      (found) => {
        if (!gone) setProjects(found);
      },
      (error: unknown) => {
        if (!gone) setProblem(problemMessage(error, errors));
      },
    );
    return () => {
      gone = true;
    };
  }, [open, projects, run, errors]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setProblem(null);
    setTitleProblem(null);
    if (chosen === NEW && newTitle.trim() === "") {
      setTitleProblem(t("titleNeeded"));
      return;
    }
    setBusy(true);
    try {
      const project = chosen === NEW ? await newProject() : chosen;
      const { data } = await withRemixKey({ project, version: String(version) }, (body, header) =>
        run(() =>
          browserApi.POST("/api/v1/projects/{handle}/{slug}/workflows/{workflow}/fork", { params: { path: address, header }, body }),
        ),
      );
      if (data) router.push(workflowPath({ handle: data.handle, slug: data.project, workflow: data.slug }, "edit"));
    } catch (error) {
      setBusy(false);
      const told = fieldErrors(error, errors);
      if (chosen === NEW && made.current === null && told["/title"]) setTitleProblem(told["/title"]);
      else setProblem(problemMessage(error, errors));
      if (!(error instanceof ApiError)) throw error;
    }
  }

  /** Create the new project once: if only the remix fails, the next attempt reuses it. */
  async function newProject(): Promise<string> {
    const wanted = newTitle.trim();
    if (made.current?.title === wanted) return made.current.spec;
    const { data } = await withProjectKey({ title: wanted }, (body, header) =>
      run(() => browserApi.POST("/api/v1/projects", { params: { header }, body })),
    );
    if (!data) throw new Error("A project was made and not told.");
    made.current = { title: wanted, spec: `${data.handle}/${data.slug}` };
    return made.current.spec;
  }

  function specOf(project: OwnProject): string {
    return `${project.handle}/${project.slug}`;
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("title")}
      close={common("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} look="primary" busy={busy} disabled={projects === null}>
            {busy ? t("doing") : t("do")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-4">
        <p className="text-muted">{t("about")}</p>
        <p className="text-sm text-muted">{t("version", { number: version })}</p>
        {projects === null ? (
          <div role="status" aria-label={t("loading")} className="space-y-1.5">
            <Skeleton className="h-5 w-32" />
            <Skeleton className="h-10 w-full" />
          </div>
        ) : projects.length === 0 ? (
          <p className="text-sm">{t("noProjects")}</p>
        ) : (
          <Field label={t("where")}>
            {(field) => (
              <Select {...field} value={chosen} onChange={(event) => setChosen(event.target.value)}>
                <option value={NEW}>{t("newProject")}</option>
                {projects.map((project) => (
                  <option key={project.project_id} value={specOf(project)}>
                    {project.handle === viewer ? project.title : `${project.title} (${project.handle})`}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {projects !== null && chosen === NEW && (
          <Field label={t("newProjectTitle")} hint={t("newProjectHint")} error={titleProblem}>
            {(field) => (
              <Input {...field} maxLength={120} value={newTitle} onChange={(event) => setNewTitle(event.target.value)} />
            )}
          </Field>
        )}
        <FormOutcome problem={problem} waiting={waiting} />
      </form>
    </Dialog>
  );
}
