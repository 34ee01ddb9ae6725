"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Link } from "@/components/link";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError, browserApi, fieldErrors } from "@/lib/api/browser";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";
import { useSubmissionKey } from "@/lib/submission-key";
import { toast } from "@/lib/toast";
import { forEachLimited, containsProject, loadOwnCollections, type Collection } from "../browser-api";
import type { Collected } from "../model";

const ITEM = "/api/v1/collections/{handle}/{slug}/items/{owner}/{project}";

export function CollectDialog({ project, open, onClose }: { project: Collected; open: boolean; onClose: () => void }) {
  const t = useTranslations("collect");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const { run, waiting } = useRetry();
  const [collections, setCollections] = useState<readonly Collection[] | null>(null);
  /** By collection id; missing while it is loading. */
  const [held, setHeld] = useState<Readonly<Record<string, boolean>>>({});
  const [saving, setSaving] = useState<ReadonlySet<string>>(new Set());
  const [title, setTitle, kept] = usePersistedState("new-collection", "");
  const [making, setMaking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [titleProblem, setTitleProblem] = useState<string | null>(null);
  const withKey = useSubmissionKey();
  const form = useId();

  useEffect(() => {
    if (!open || collections !== null) return;
    let gone = false;
    const look = async () => {
      const own = await run(loadOwnCollections);
      if (gone) return;
      setCollections(own);
      await forEachLimited(
        own,
        (collection) => run(() => containsProject(collection, project.project_id)),
        (collection, answer) => {
          if (!gone) setHeld((before) => ({ ...before, [collection.collection_id]: answer }));
        },
      );
    };
    look().catch((error: unknown) => {
      if (!gone) setProblem(error);
    });
    return () => {
      gone = true;
    };
    // Once it is there it is kept; what changes in it changes here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open]);

  function mark(id: string, isIn: boolean) {
    setHeld((before) => ({ ...before, [id]: isIn }));
  }

  async function put(collection: Collection) {
    const path = { handle: collection.handle, slug: collection.slug, owner: project.handle, project: project.slug };
    await run(() => browserApi.PUT(ITEM, { params: { path }, body: {} }));
  }

  async function toggle(collection: Collection, wanted: boolean) {
    const id = collection.collection_id;
    if (saving.has(id)) return;
    setSaving((before) => new Set(before).add(id));
    setProblem(null);
    mark(id, wanted);
    try {
      if (wanted) await put(collection);
      else {
        const path = { handle: collection.handle, slug: collection.slug, owner: project.handle, project: project.slug };
        await run(() => browserApi.DELETE(ITEM, { params: { path } }));
      }
    } catch (error) {
      mark(id, !wanted);
      setProblem(error);
    } finally {
      setSaving((before) => new Set([...before].filter((each) => each !== id)));
    }
  }

  async function create(event: FormEvent) {
    event.preventDefault();
    if (making) return;
    setTitleProblem(null);
    setProblem(null);
    if (title.trim() === "") {
      setTitleProblem(t("titleNeeded"));
      return;
    }
    setMaking(true);
    try {
      const { data } = await withKey({ title: title.trim() }, (body, header) =>
        run(() => browserApi.POST("/api/v1/collections", { params: { header }, body })),
      );
      if (!data) return;
      kept.discard();
      setCollections((before) => [data, ...(before ?? [])]);
      mark(data.collection_id, true);
      await put(data).catch((error: unknown) => {
        mark(data.collection_id, false);
        throw error;
      });
      toast(t("made", { title: data.title }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const told = fieldErrors(error, errors)["/title"];
      if (told) setTitleProblem(told);
      else setProblem(error);
    } finally {
      setMaking(false);
    }
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("title", { title: project.title })}
      close={common("close")}
      insist={title !== ""}
      footer={
        <Button look="primary" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <div className="space-y-4">
        {collections === null ? (
          problem === null ? (
            <div role="status" aria-label={common("loading")} className="space-y-3">
              <Skeleton className="h-6 w-3/5" />
              <Skeleton className="h-6 w-2/5" />
            </div>
          ) : null
        ) : collections.length === 0 ? (
          <p className="text-muted">{t("none")}</p>
        ) : (
          <fieldset className="max-h-72 overflow-y-auto">
            <legend className="sr-only">{t("yours")}</legend>
            {collections.map((collection) => {
              const id = collection.collection_id;
              return (
                <Checkbox
                  key={id}
                  label={collection.title}
                  hint={collection.visibility === "public" ? undefined : t(collection.visibility)}
                  checked={held[id] ?? false}
                  disabled={held[id] === undefined}
                  onChange={(event) => void toggle(collection, event.target.checked)}
                />
              );
            })}
          </fieldset>
        )}
        <form id={form} onSubmit={create} className="flex flex-wrap items-end gap-3 border-t border-line pt-4" noValidate>
          <div className="min-w-48 grow">
            <Field label={t("newTitle")} error={titleProblem}>
              {(field) => (
                <Input {...field} maxLength={120} autoComplete="off" value={title} onChange={(event) => setTitle(event.target.value)} />
              )}
            </Field>
          </div>
          <Button type="submit" busy={making}>
            {t("create")}
          </Button>
        </form>
        <FormOutcome problem={problem} waiting={waiting} />
        <p className="text-sm text-muted">
          <Link href="/collections/new" className="link">
            {t("createWithDescription")}
          </Link>
        </p>
      </div>
    </Dialog>
  );
}
