"use client";

import { ClipboardPaste, Ellipsis, Plus, Redo2, RotateCcw, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePathname, useRouter } from "next/navigation";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, buttonClass } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { menuItemClass } from "@/components/ui/menu-item";
import { cn } from "@/lib/cn";
import { toast } from "@/lib/toast";
import { versionPath } from "@/features/workflows/paths";
import type { Details, WorkflowPlace } from "../api";
import { useEditor } from "../hooks/use-editor";
import { type ReorderNews, useReorder } from "../hooks/use-reorder";
import { type Content, type Draft, LIMITS, same } from "../content";
import { contentOf } from "../document";
import { fieldId, problemsOf } from "../problems";
import { ConflictDialog } from "./conflict-dialog";
import { DetailsFields } from "./details-fields";
import { PasteDialog } from "./paste-dialog";
import { ProblemsPanel } from "./problems-panel";
import { SaveStateLine } from "./save-state";
import { StepCard } from "./step-card";
import { VariablesPanel } from "./variables-panel";
import { VersionDialog } from "./version-dialog";

export interface EditorProps {
  place: WorkflowPlace;
  maker: string;
  makerHandle: string;
  draft: Draft;
  details: Details & { version: number };
  head: { number: number; content: Content } | null;
  /** A version to load into the draft (`?from=`). */
  restore: { number: number; content: Content } | null;
}

type Open = "paste" | "version" | "conflict" | null;

export function Editor({ place, maker, makerHandle, draft, details, head: given, restore }: EditorProps) {
  const t = useTranslations("editor");
  const router = useRouter();
  const path = usePathname();
  const editing = useEditor(place, useMemo(() => ({ id: maker, handle: makerHandle }), [maker, makerHandle]), draft);
  const { state, dispatch, save } = editing;
  const { doc } = state;
  const [head, setHead] = useState(given);
  const [open, setOpen] = useState<Open>(null);
  const [news, setNews] = useState("");

  // Open a conflict once; the maker can close it and reopen it from the save state.
  const [conflictSeen, setConflictSeen] = useState(false);
  if ((save.kind === "conflict") !== conflictSeen) {
    setConflictSeen(save.kind === "conflict");
    if (save.kind === "conflict") setOpen("conflict");
    else if (open === "conflict") setOpen(null);
  }

  const shown = useDeferredValue(doc);
  const problems = useMemo(() => problemsOf(shown, editing.told), [shown, editing.told]);
  const errors = problems.filter((problem) => problem.severity === "error");
  const content = useMemo(() => contentOf(doc), [doc]);
  const differs = head === null || !same(content, head.content);
  const pinned = useMemo(() => new Set(head?.content.steps.map((step) => step.key)), [head]);

  // Move the focus where an action requests it.
  const { focus } = state;
  useEffect(() => {
    if (!focus) return;
    const element = document.getElementById(fieldId(focus.id, focus.field));
    const box = element?.closest("details");
    if (box) box.open = true;
    element?.focus();
    if (element instanceof HTMLInputElement && focus.field === "name") element.select();
    element?.scrollIntoView({ block: "nearest" });
  }, [focus]);

  // Load the version of `?from=3` into the draft once, and remove it from the URL.
  const asked = useRef(restore);
  useEffect(() => {
    const version = asked.current;
    if (!version) return;
    asked.current = null;
    dispatch({ type: "replace", content: version.content });
    toast(t("restore.done", { number: version.number }), { action: { label: t("undo"), act: () => dispatch({ type: "undo" }) } });
    window.history.replaceState(null, "", path);
  }, [dispatch, path, t]);

  // Undo and redo for everything except text fields, which have the browser's.
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
      const { target } = event;
      if (target instanceof HTMLElement && target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, dialog")) return;
      event.preventDefault();
      dispatch({ type: event.shiftKey ? "redo" : "undo" });
    };
    window.addEventListener("keydown", key);
    return () => window.removeEventListener("keydown", key);
  }, [dispatch]);

  const { arrived } = editing;
  const arrivedCount = useRef(0);
  useEffect(() => {
    if (!arrived || arrived.n === arrivedCount.current) return;
    arrivedCount.current = arrived.n;
    toast(arrived.who ? t("arrived.other", { who: arrived.who }) : t("arrived.self"));
  }, [arrived, t]);

  const ids = useMemo(() => doc.steps.map((step) => step.id), [doc.steps]);
  const onMove = useCallback((id: string, to: number) => dispatch({ type: "moveStep", id, to }), [dispatch]);
  const onNews = (what: ReorderNews, id: string, at: number) => {
    const step = doc.steps.find((one) => one.id === id);
    setNews(t(`reorder.${what}`, { title: step?.title || t("step.untitled"), place: at + 1, total: doc.steps.length }));
  };
  const reorder = useReorder({ ids, onMove, onNews });

  const names = useMemo(() => namesBefore(doc), [doc]);
  const variables = doc.variables;
  const taken = (own: string | null) =>
    [...variables.map((variable) => variable.name), ...doc.steps.flatMap((step) => (step.output && step.output !== own ? step.output : []))].join(" ");

  const onSaved = (number: number, saved: Content) => {
    setHead({ number, content: saved });
    void editing.check();
    toast(t("version.saved", { number }), {
      action: { label: t("version.see"), href: versionPath(place, number) },
    });
    router.refresh();
  };
  const discard = () => {
    if (!head) return;
    dispatch({ type: "replace", content: head.content });
    toast(t("discard.done", { number: head.number }), { action: { label: t("undo"), act: () => dispatch({ type: "undo" }) } });
  };

  const full = doc.steps.length >= LIMITS.steps;
  const theirs = save.kind === "conflict" ? save : null;
  const who = (theirs?.extra as Draft | undefined)?.updated_by ?? (theirs ? draft.updated_by : null);

  return (
    <div>
      <DetailsFields place={place} details={details} />

      <div className="sticky top-0 z-20 -mx-4 mt-5 mb-6 flex flex-wrap items-center justify-between gap-x-4 border-y border-line bg-paper px-4 py-1.5 sm:mx-0 sm:px-0">
        <SaveStateLine state={save} onRetry={editing.retry} onChoose={() => setOpen("conflict")} next={path} />
        <div className="ms-auto flex items-center gap-1">
          <Button look="quiet" size="icon" aria-label={t("undo")} disabled={state.past.length === 0} onClick={() => dispatch({ type: "undo" })}>
            <Undo2 aria-hidden="true" />
          </Button>
          <Button look="quiet" size="icon" aria-label={t("redo")} disabled={state.future.length === 0} onClick={() => dispatch({ type: "redo" })}>
            <Redo2 aria-hidden="true" />
          </Button>
          <Menu trigger={<Ellipsis aria-hidden="true" />} label={t("more")} className={buttonClass({ look: "quiet", size: "icon" })}>
            <MenuItem>
              <button type="button" className={menuItemClass} onClick={() => setOpen("paste")}>
                <ClipboardPaste aria-hidden="true" />
                {t("paste.open")}
              </button>
            </MenuItem>
            {head ? (
              <MenuItem separated>
                <button type="button" className={cn(menuItemClass, "disabled:opacity-55")} disabled={!differs} onClick={discard}>
                  <RotateCcw aria-hidden="true" />
                  {t("discard.open", { number: head.number })}
                </button>
              </MenuItem>
            ) : null}
          </Menu>
          <Button look="primary" size="small" className="ms-1" onClick={() => setOpen("version")}>
            {t("version.open")}
          </Button>
        </div>
        <nav aria-label={t("jump.label")} className="flex w-full gap-4 text-sm lg:hidden">
          <a href="#ed-steps" className="link flex min-h-10 items-center">
            {t("jump.steps", { count: doc.steps.length })}
          </a>
          <a href="#ed-variables" className="link flex min-h-10 items-center">
            {t("jump.variables", { count: variables.length })}
          </a>
          <a href="#ed-problems" className="link flex min-h-10 items-center">
            {t("jump.problems", { count: errors.length })}
          </a>
        </nav>
      </div>

      {editing.restored ? (
        <div className="mb-6">
          <Alert live>{t("restored")}</Alert>
        </div>
      ) : null}

      {/* Keep focused elements out from under the sticky bar. */}
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem] [&_:is(input,textarea,select,button,summary)]:scroll-mt-28">
        <section aria-labelledby="ed-steps" className="min-w-0">
          <h2 id="ed-steps" tabIndex={-1} className="mb-3 scroll-mt-28 text-lg font-semibold">
            {t("steps.title")}
          </h2>
          <p id="ed-drag-help" className="sr-only">
            {t("reorder.help")}
          </p>
          <p role="status" aria-live="assertive" className="sr-only">
            {news}
          </p>
          {doc.steps.length === 0 ? (
            <div className="rounded-md border border-line px-5 py-8 text-center">
              <p className="font-medium">{t("steps.empty")}</p>
              <p className="mx-auto mt-1 max-w-prose text-muted">{t("steps.emptyText")}</p>
              <div className="mt-4 flex flex-wrap justify-center gap-3">
                <Button look="primary" onClick={() => dispatch({ type: "addStep" })}>
                  <Plus aria-hidden="true" />
                  {t("steps.first")}
                </Button>
                <Button onClick={() => setOpen("paste")}>
                  <ClipboardPaste aria-hidden="true" />
                  {t("paste.open")}
                </Button>
              </div>
            </div>
          ) : (
            <>
              <ol className="thread" style={{ "--knot": "1.25rem" } as React.CSSProperties}>
                {doc.steps.map((step, at) => (
                  <li
                    key={step.id}
                    ref={reorder.itemRef(step.id)}
                    className={cn(
                      "pb-10",
                      reorder.dragged === step.id && "opacity-50",
                      reorder.lineBefore === at && "shadow-[0_-3px_0_0_var(--accent)]",
                      reorder.lineBefore === doc.steps.length && at === doc.steps.length - 1 && "shadow-[0_3px_0_0_var(--accent)]",
                    )}
                  >
                    <StepCard
                      step={step}
                      number={at + 1}
                      total={doc.steps.length}
                      names={names[at] ?? ""}
                      variables={variables}
                      taken={taken(step.output)}
                      problems={problems.filter((problem) => problem.place.id === step.id)}
                      pinned={pinned.has(step.key)}
                      dispatch={dispatch}
                      handle={reorder.handleProps(step.id)}
                      grabbed={reorder.grabbed === step.id}
                      helpId="ed-drag-help"
                    />
                  </li>
                ))}
              </ol>
              <div className="flex flex-wrap gap-3 ps-8">
                <Button disabled={full} onClick={() => dispatch({ type: "addStep" })}>
                  <Plus aria-hidden="true" />
                  {t("steps.add")}
                </Button>
                <Button look="quiet" disabled={full} onClick={() => setOpen("paste")}>
                  <ClipboardPaste aria-hidden="true" />
                  {t("paste.open")}
                </Button>
              </div>
            </>
          )}
        </section>

        <aside className="min-w-0 space-y-8 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:self-start lg:overflow-y-auto lg:pe-1">
          <VariablesPanel doc={doc} problems={problems} dispatch={dispatch} />
          <ProblemsPanel problems={problems} />
        </aside>
      </div>

      <PasteDialog open={open === "paste"} onClose={() => setOpen(null)} doc={doc} dispatch={dispatch} />
      <VersionDialog
        open={open === "version"}
        onClose={() => setOpen((now) => (now === "version" ? null : now))}
        place={place}
        problems={errors}
        flush={editing.flush}
        now={editing.now}
        tell={editing.tell}
        onSaved={onSaved}
      />
      {theirs ? (
        <ConflictDialog
          open={open === "conflict"}
          onClose={() => setOpen((now) => (now === "conflict" ? null : now))}
          base={theirs.base}
          mine={content}
          theirs={theirs.theirs}
          who={who && who.handle !== makerHandle ? who.display_name || who.handle : ""}
          onResolve={editing.resolve}
        />
      ) : null}
    </div>
  );
}

/** Return the names available to each step: fields, and answers of earlier steps. */
function namesBefore(doc: { steps: readonly { output: string | null }[]; variables: readonly { name: string }[] }): string[] {
  const known = doc.variables.map((variable) => variable.name);
  return doc.steps.map((step) => {
    const here = [...new Set(known)].join(" ");
    if (step.output) known.push(step.output);
    return here;
  });
}
