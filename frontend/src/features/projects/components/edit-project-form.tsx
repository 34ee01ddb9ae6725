"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { projectPath } from "@/features/workflows/paths";
import { ApiError, browserApi } from "@/lib/api/browser";
import { usePersistedState } from "@/lib/persisted-state";
import { toast } from "@/lib/toast";
import { changesOf, inWords, merge, valuesOf, type Conflict, type FieldName, type Values } from "../form";
import { useSaving } from "../hooks/use-saving";
import { FormFrame } from "./form-frame";
import { ProjectFields } from "./project-fields";

const ONE = "/api/v1/projects/{handle}/{slug}";

/** Stored while typing, with the base it was written against, so that it never overwrites others' changes. */
type Typed = { values: Values; base: Values; etag: string; conflicts: Conflict[] };

export function EditProjectForm({
  id,
  handle,
  slug,
  initial,
  etag,
  isOwner,
}: {
  id: string;
  handle: string;
  slug: string;
  initial: Values;
  etag: string;
  isOwner: boolean;
}) {
  const t = useTranslations("project_form");
  const common = useTranslations("common");
  const router = useRouter();
  const [typed, setTyped, kept] = usePersistedState<Typed>(`project:${id}`, { values: initial, base: initial, etag, conflicts: [] });
  const [hasMoved, setMoved] = useState(false);
  const { values, conflicts } = typed;

  function change(part: Partial<Values>) {
    setTyped((before) => ({ ...before, values: { ...before.values, ...part } }));
  }

  /** Someone else saved: take their change where only they edited; show both texts where both did. */
  function catchUp(theirs: Values, now: string) {
    setTyped((before) => {
      const merged = merge(before.base, before.values, theirs);
      return { values: merged.values, base: theirs, etag: now, conflicts: merged.conflicts };
    });
    setMoved(true);
  }

  const { busy, frame } = useSaving(values, async (run) => {
    setMoved(false);
    try {
      const { data } = await run(() =>
        browserApi.PATCH(ONE, {
          params: { path: { handle, slug }, header: { "If-Match": typed.etag } },
          body: changesOf(typed.base, values),
        }),
      );
      kept.drop();
      toast(common("saved"));
      router.push(projectPath(data ?? { handle, slug }));
      router.refresh();
      return true;
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 412)) throw error;
    }
    const { data, response } = await run(() => browserApi.GET(ONE, { params: { path: { handle, slug } } }));
    if (data) catchUp(valuesOf(data), response.headers.get("etag") ?? "*");
    return false;
  });

  function decide(conflict: Conflict, side: "mine" | "theirs") {
    const part = { [conflict.field]: conflict[side] } as Partial<Values>;
    change(part);
  }

  return (
    <FormFrame
      {...frame}
      kept={kept}
      footer={
        <>
          <Button type="submit" look="primary" busy={busy}>
            {busy ? common("saving") : common("save")}
          </Button>
          <ButtonLink href={projectPath({ handle, slug })} look="quiet" onClick={kept.drop}>
            {common("cancel")}
          </ButtonLink>
        </>
      }
    >
      {hasMoved || conflicts.length > 0 ? (
        <Alert look="warn" live title={t("moved")}>
          {conflicts.length === 0 ? t("movedMerged") : t("movedBoth", { count: conflicts.length })}
        </Alert>
      ) : null}
      {conflicts.map((conflict) => (
        <Collision key={conflict.field} conflict={conflict} now={values[conflict.field]} onDecide={(side) => decide(conflict, side)} />
      ))}
      <ProjectFields values={values} change={change} errors={frame.errors} owner={handle} isOwner={isOwner} isNew={false} />
    </FormFrame>
  );
}

function Collision({
  conflict,
  now,
  onDecide,
}: {
  conflict: Conflict;
  now: Values[FieldName];
  onDecide: (side: "mine" | "theirs") => void;
}) {
  const t = useTranslations("project_form");
  const shown = JSON.stringify(now);
  return (
    <fieldset className="rounded-md border border-warn/40 p-4">
      <legend className="px-1 text-sm font-medium">{t("both", { field: t(`fields.${conflict.field}`) })}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        {(["mine", "theirs"] as const).map((side) => (
          <div key={side} className="min-w-0 space-y-2">
            <p className="text-sm text-muted">{t(side)}</p>
            <p tabIndex={0} className="max-h-48 overflow-auto rounded border border-line bg-sunken px-3 py-2 text-sm break-words whitespace-pre-wrap">
              {inWords(conflict[side]) || t("nothing")}
            </p>
            <Button size="small" aria-pressed={shown === JSON.stringify(conflict[side])} onClick={() => onDecide(side)}>
              {t(side === "mine" ? "takeMine" : "takeTheirs")}
            </Button>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
