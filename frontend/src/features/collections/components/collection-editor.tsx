"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { RestoredNotice } from "@/components/restored-notice";
import { StaleNotice } from "@/components/stale-notice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ApiError, browserApi, fieldErrors } from "@/lib/api/browser";
import type { components } from "@/lib/api/schema";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";
import { toast } from "@/lib/toast";
import type { Item, Version } from "../model";
import { DetailsFields, type Details } from "./fields";
import { ItemsEditor } from "./items-editor";

type Collection = components["schemas"]["Collection"];

function versionFrom(first: number): Version {
  let version = first;
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: () => version,
    set: (next) => {
      version = next;
    },
    queue: (write) => {
      const next = last.then(write);
      last = next.catch(() => undefined);
      return next;
    },
  };
}

function detailsOf({ title, description, visibility }: Collection): Details {
  return { title, description, visibility };
}

export function CollectionEditor({ collection, items }: { collection: Collection; items: readonly Item[] }) {
  const t = useTranslations("collections");
  const [shared] = useState(() => versionFrom(collection.version));
  return (
    <div className="space-y-10">
      <DetailsForm collection={collection} version={shared} />
      <section aria-labelledby="contents" className="border-t border-line pt-6">
        <h2 id="contents" className="text-lg font-semibold">
          {t("contents")}
        </h2>
        <ItemsEditor collection={collection} items={items} version={shared} />
      </section>
      <section aria-labelledby="end" className="border-t border-line pt-6">
        <h2 id="end" className="text-lg font-semibold">
          {t("deleteSection")}
        </h2>
        <p className="mt-1 mb-4 text-[0.9375rem] text-muted">{t("deleteLead")}</p>
        <DeleteCollection collection={collection} />
      </section>
    </div>
  );
}

function DetailsForm({ collection, version }: { collection: Collection; version: Version }) {
  const t = useTranslations("collections");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { run, waiting } = useRetry();
  const { handle, slug } = collection;
  const [typed, setTyped, kept] = usePersistedState<Details>(`collection:${collection.collection_id}`, detailsOf(collection));
  const [problem, setProblem] = useState<unknown>(null);
  const [needed, setNeeded] = useState(false);
  const [busy, setBusy] = useState(false);
  const stale = problem instanceof ApiError && problem.status === 412;
  const wrong = needed ? { "/title": t("titleNeeded") } : fieldErrors(problem, errors);
  const params = { path: { handle, slug } };

  async function save() {
    if (busy) return;
    setNeeded(typed.title.trim() === "");
    if (typed.title.trim() === "") return;
    setBusy(true);
    setProblem(null);
    try {
      await version.queue(async () => {
        const { data } = await run(() =>
          browserApi.PATCH("/api/v1/collections/{handle}/{slug}", {
            params: { ...params, header: { "If-Match": `"${version.read()}"` } },
            body: { ...typed, title: typed.title.trim() },
          }),
        );
        if (data !== undefined) {
          version.set(data.version);
          setTyped(detailsOf(data));
        }
      });
      kept.drop();
      toast(common("saved"));
      router.refresh();
    } catch (error) {
      if (!(error instanceof DOMException)) setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  async function settle(theirs: boolean) {
    try {
      const { data } = await browserApi.GET("/api/v1/collections/{handle}/{slug}", { params });
      if (data === undefined) return;
      version.set(data.version);
      setProblem(null);
      if (theirs) {
        setTyped(detailsOf(data));
        kept.drop();
      } else {
        await save();
      }
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <form
      className="space-y-6"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
    >
      <RestoredNotice kept={kept} />
      <DetailsFields details={typed} wrong={wrong} onChange={(some) => setTyped((before) => ({ ...before, ...some }))} />
      {stale ? (
        <StaleNotice title={t("stale")} settle={settle} />
      ) : (
        <FormOutcome problem={problem} waiting={waiting} />
      )}
      <Button type="submit" look="primary" busy={busy}>
        {busy ? common("saving") : common("save")}
      </Button>
    </form>
  );
}

function DeleteCollection({ collection }: { collection: Collection }) {
  const t = useTranslations("collections");
  const common = useTranslations("common");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { handle, slug, title } = collection;

  async function remove() {
    setBusy(true);
    setProblem(null);
    try {
      await browserApi.DELETE("/api/v1/collections/{handle}/{slug}", { params: { path: { handle, slug } } });
      toast(t("deleted", { title }));
      router.push("/me/collections");
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) router.push("/me/collections");
      else setProblem(error);
      setBusy(false);
    }
  }

  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t("delete")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("deleteTitle", { title })}
        close={common("close")}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
            <Button look="danger" busy={busy} onClick={() => void remove()}>
              {common("delete")}
            </Button>
          </>
        }
      >
        <p>{t("deleteText")}</p>
        <div className="mt-3 empty:hidden">
          <FormOutcome problem={problem} />
        </div>
      </Dialog>
    </>
  );
}
