"use client";

import { ArrowDown, ArrowUp, NotebookPen, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Link } from "@/components/link";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { ApiError, browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";
import type { components } from "@/lib/api/schema";
import { toast } from "@/lib/toast";
import type { Item, Version } from "../model";
import { moved } from "../order";

type Pin = components["schemas"]["Pin"];
type Place = { handle: string; slug: string };

/** Save several moves at once. */
const PAUSE = 700;

const idOf = (item: Item) => item.project.project_id;

export function ItemsEditor({ collection, items: first, version }: { collection: Place; items: readonly Item[]; version: Version }) {
  const t = useTranslations("collections");
  const errors = useTranslations("errors");
  const { handle, slug } = collection;
  const [items, setItems] = useState(first);
  const [said, setSaid] = useState("");
  const [stale, setStale] = useState(false);
  const [noting, setNoting] = useState<string | null>(null);
  const pending = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(items);
  const saved = useRef(first);
  const focus = useRef<{ id: string; by: -1 | 1 } | null>(null);
  const list = useRef<HTMLOListElement>(null);

  function show(next: readonly Item[]) {
    latest.current = next;
    setItems(next);
  }

  // Moving a row removes its focused button; at an end of the list, focus the other button.
  useEffect(() => {
    const wanted = focus.current;
    focus.current = null;
    if (wanted === null) return;
    const row = list.current?.querySelector(`[data-item="${wanted.id}"]`);
    const buttons = row?.querySelectorAll<HTMLButtonElement>("[data-move]:not(:disabled)") ?? [];
    const same = [...buttons].find((button) => button.dataset.move === String(wanted.by));
    (same ?? buttons[0])?.focus();
  }, [items]);

  function move(at: number, by: -1 | 1) {
    const item = items[at];
    const next = moved(items, at, by);
    if (item === undefined || next === items) return;
    focus.current = { id: idOf(item), by };
    setSaid(t("movedTo", { title: item.project.title, place: at + by + 1, count: items.length }));
    show(next);
    if (pending.current !== null) clearTimeout(pending.current);
    pending.current = setTimeout(() => void saveOrder(), PAUSE);
  }

  async function saveOrder(leaving = false) {
    if (pending.current !== null) clearTimeout(pending.current);
    pending.current = null;
    const wanted = latest.current;
    if (wanted.length === 0) return;
    setStale(false);
    try {
      await version.queue(async () => {
        const { data } = await browserApi.PATCH("/api/v1/collections/{handle}/{slug}/items", {
          params: { path: { handle, slug }, header: { "If-Match": `"${version.read()}"` } },
          body: { project_ids: wanted.map(idOf) },
          keepalive: leaving,
        });
        if (data !== undefined) version.set(data.version);
      });
      saved.current = wanted;
    } catch (error) {
      if (error instanceof ApiError && [412, 422].includes(error.status)) return readAgain();
      show(saved.current);
      toast(problemMessage(error, errors), { look: "danger" });
    }
  }

  /** Changed in another tab or on another device: show the current items. */
  async function readAgain() {
    try {
      const [{ data: now }, all] = await Promise.all([
        browserApi.GET("/api/v1/collections/{handle}/{slug}", { params: { path: { handle, slug } } }),
        everything(collection),
      ]);
      if (now !== undefined) version.set(now.version);
      saved.current = all;
      show(all);
      setStale(true);
    } catch (error) {
      show(saved.current);
      toast(problemMessage(error, errors), { look: "danger" });
    }
  }

  /** Changing an item returns no body, but changes the version. */
  async function readVersion() {
    const { data } = await browserApi.GET("/api/v1/collections/{handle}/{slug}", { params: { path: { handle, slug } } });
    if (data !== undefined) version.set(data.version);
  }

  const pathOf = ({ project }: Item) => ({ path: { handle, slug, owner: project.handle, project: project.slug } });

  async function remove(item: Item) {
    const without = latest.current.filter((each) => idOf(each) !== idOf(item));
    const at = latest.current.indexOf(item);
    show(without);
    setSaid(t("removed", { title: item.project.title }));
    // Focus the item that takes its place.
    const next = without[Math.min(at, without.length - 1)];
    if (next !== undefined) focus.current = { id: idOf(next), by: 1 };
    try {
      await version.queue(async () => {
        await browserApi.DELETE("/api/v1/collections/{handle}/{slug}/items/{owner}/{project}", { params: pathOf(item) });
        await readVersion();
      });
      saved.current = saved.current.filter((each) => idOf(each) !== idOf(item));
    } catch (error) {
      show([...latest.current.slice(0, at), item, ...latest.current.slice(at)]);
      toast(problemMessage(error, errors), { look: "danger" });
    }
  }

  async function change(item: Item, note: string, pinned: Item["pinned"]) {
    await version.queue(async () => {
      await browserApi.PUT("/api/v1/collections/{handle}/{slug}/items/{owner}/{project}", {
        params: pathOf(item),
        body: { note, ...(pinned === null ? {} : { workflow: pinned.workflow, version: pinned.version }) },
      });
      await readVersion();
    });
    const changed = (all: readonly Item[]) => all.map((each) => (idOf(each) === idOf(item) ? { ...each, note, pinned } : each));
    saved.current = changed(saved.current);
    show(changed(latest.current));
  }

  // Save the order when the page closes before the pause is over.
  const flush = useRef<() => void>(() => undefined);
  useEffect(() => {
    flush.current = () => {
      if (pending.current !== null) void saveOrder(true);
    };
  });
  useEffect(() => {
    const leave = () => flush.current();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, []);

  if (items.length === 0) {
    return (
      <div className="mt-4">
        <EmptyState title={t("emptyOwn")}>{t("emptyOwnText")}</EmptyState>
      </div>
    );
  }
  return (
    <>
      <p className="mt-1 text-[0.9375rem] text-muted">{t("orderLead")}</p>
      <p role="status" className="sr-only">
        {said}
      </p>
      {stale ? (
        <div className="mt-3">
          <Alert look="warn" live>
            {t("staleItems")}
          </Alert>
        </div>
      ) : null}
      <ol ref={list} className="thread mt-4">
        {items.map((item, at) => {
          const { project, note, pinned } = item;
          const id = idOf(item);
          const names = { title: project.title };
          return (
            <li key={id} data-item={id} className="border-b border-line py-2 last:border-b-0">
              <div className="flex flex-wrap items-start justify-end gap-x-2 sm:flex-nowrap">
                <div className="min-w-0 grow basis-60 pt-0.5">
                  <p className="font-medium break-words">
                    <Link href={`/projects/${project.handle}/${project.slug}`} className="hover:underline hover:underline-offset-4">
                      {project.title}
                    </Link>
                    <span className="ms-2 text-sm font-normal text-muted">{project.owner.display_name}</span>
                  </p>
                  {note === "" || noting === id ? null : <p className="line-clamp-2 text-[0.9375rem] text-muted">{note}</p>}
                  {pinned === null ? null : (
                    <p className="text-sm text-muted">{t("pinned", { version: pinned.version, title: pinned.title })}</p>
                  )}
                </div>
                <div className="flex shrink-0">
                  <Button look="quiet" size="icon" data-move={-1} disabled={at === 0} aria-label={t("up", names)} title={t("up", names)} onClick={() => move(at, -1)}>
                    <ArrowUp aria-hidden="true" />
                  </Button>
                  <Button
                    look="quiet"
                    size="icon"
                    data-move={1}
                    disabled={at === items.length - 1}
                    aria-label={t("down", names)}
                    title={t("down", names)}
                    onClick={() => move(at, 1)}
                  >
                    <ArrowDown aria-hidden="true" />
                  </Button>
                  <Button
                    look="quiet"
                    size="icon"
                    aria-expanded={noting === id}
                    aria-label={t("noteOf", names)}
                    title={t("noteOf", names)}
                    onClick={() => setNoting(noting === id ? null : id)}
                  >
                    <NotebookPen aria-hidden="true" />
                  </Button>
                  <Button look="quiet" size="icon" aria-label={t("remove", names)} title={t("remove", names)} onClick={() => void remove(item)}>
                    <X aria-hidden="true" />
                  </Button>
                </div>
              </div>
              {noting === id ? (
                <NoteForm
                  item={item}
                  onSave={async (next, pin) => {
                    await change(item, next, pin);
                    setNoting(null);
                  }}
                  onCancel={() => setNoting(null)}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Note on a project in the collection, and the version it links to. */
function NoteForm({
  item,
  onSave,
  onCancel,
}: {
  item: Item;
  onSave: (note: string, pinned: Item["pinned"]) => Promise<void>;
  onCancel: () => void;
}) {
  const t = useTranslations("collections");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const { handle, slug } = item.project;
  const [note, setNote] = useState(item.note);
  const [pinned, setPinned] = useState(item.pinned);
  const [newest, setNewest] = useState<readonly Pin[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let left = false;
    browserApi.GET("/api/v1/projects/{handle}/{slug}/workflows", { params: { path: { handle, slug }, query: { limit: 100 } } }).then(
      ({ data }) => {
        if (!left) setNewest(data?.data.flatMap(({ slug: workflow, title, head_number: version }) => (version === null ? [] : [{ workflow, title, version }])) ?? []);
      },
      // The pinned version can then be kept or removed, but not changed.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [handle, slug]);

  const pins = [...newest, ...(item.pinned === null || newest.some((each) => same(each, item.pinned)) ? [] : [item.pinned])];

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await onSave(note.trim(), pinned);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} className="mt-2 space-y-3 pb-2">
      <Field
        label={t("note")}
        hint={t("noteHint")}
        error={problem === null ? undefined : (fieldErrors(problem, errors)["/note"] ?? problemMessage(problem, errors))}
      >
        {(field) => <Textarea {...field} rows={2} maxLength={1000} autoFocus value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      {pins.length > 0 ? (
        <Field label={t("linksTo")}>
          {(field) => (
            <Select
              {...field}
              value={pinned === null ? "" : keyOf(pinned)}
              onChange={(event) => setPinned(pins.find((each) => keyOf(each) === event.target.value) ?? null)}
            >
              <option value="">{t("whole")}</option>
              {pins.map((each) => (
                <option key={keyOf(each)} value={keyOf(each)}>
                  {t("pinned", { version: each.version, title: each.title })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <div className="flex gap-3">
        <Button type="submit" look="primary" size="small" busy={busy}>
          {common("save")}
        </Button>
        <Button size="small" onClick={onCancel}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}

const keyOf = ({ workflow, version }: Pin) => `${workflow}@${version}`;
const same = (one: Pin, other: Item["pinned"]) => other !== null && keyOf(one) === keyOf(other);

async function everything({ handle, slug }: Place): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await browserApi.GET("/api/v1/collections/{handle}/{slug}/items", {
      params: { path: { handle, slug }, query: { limit: 100, cursor } },
    });
    items.push(...(data?.data ?? []));
    cursor = data?.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}
