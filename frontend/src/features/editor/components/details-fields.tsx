"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useConnection } from "@/lib/connection";
import { usePersistedState } from "@/lib/persisted-state";
import { type Details, detailsPort, type WorkflowPlace } from "../api";
import { Autosave, type SaveState } from "../autosave";
import { LIMITS, same } from "../content";

/**
 * Title and summary of the workflow. They are not versioned and visible to everyone immediately, so they are saved on
 * blur, not while typing.
 */
export function DetailsFields({ place, details }: { place: WorkflowPlace; details: Details & { version: number } }) {
  const t = useTranslations("editor");
  const router = useRouter();
  const connection = useConnection();
  const given = { title: details.title, summary: details.summary };
  const [typed, setTyped, kept] = usePersistedState<Details>(`workflow-details:${place.handle}/${place.slug}/${place.workflow}`, given);
  const { drop } = kept;
  const [state, setState] = useState<SaveState<Details>>({ kind: "saved" });
  const [autosave] = useState(
    () =>
      new Autosave<Details>({
        port: detailsPort(place),
        base: { value: given, version: details.version },
        pause: 0,
      }),
  );
  useEffect(() => {
    autosave.listen({
      onState: setState,
      onSaved() {
        drop();
        // The title above is rendered by the server.
        router.refresh();
      },
      onTheirs: (answer) => setTyped(answer.value),
    });
  }, [autosave, drop, router, setTyped]);
  useEffect(() => {
    autosave.start();
    return () => {
      void autosave.flush();
      autosave.stop();
    };
  }, [autosave]);
  useEffect(() => {
    if (connection === "here") autosave.wake();
  }, [autosave, connection]);

  const title = typed.title.trim();
  const commit = () => {
    if (title !== "") autosave.edit({ title, summary: typed.summary.trim() });
  };
  const settle = (value: Details) => {
    setTyped(value);
    autosave.resolve(value);
  };

  const words =
    title === ""
      ? undefined
      : state.kind === "retrying" || state.kind === "login"
        ? t("details.notSaved")
        : state.kind === "refused"
          ? t("details.refused")
          : undefined;

  return (
    <div className="space-y-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field id="ed-details-title" label={t("details.title")} error={title === "" ? t("details.empty") : words}>
          {(field) => (
            <Input
              {...field}
              value={typed.title}
              maxLength={LIMITS.title}
              onChange={(event) => setTyped({ ...typed, title: event.target.value })}
              onBlur={commit}
              onKeyDown={(event) => event.key === "Enter" && commit()}
            />
          )}
        </Field>
        <Field id="ed-details-summary" label={t("details.summary")} optional={t("optional")}>
          {(field) => (
            <Input
              {...field}
              value={typed.summary}
              maxLength={LIMITS.summary}
              placeholder={t("details.summaryPlaceholder")}
              onChange={(event) => setTyped({ ...typed, summary: event.target.value })}
              onBlur={commit}
              onKeyDown={(event) => event.key === "Enter" && commit()}
            />
          )}
        </Field>
      </div>
      {kept.restored && !same(typed, autosave.saved) ? (
        <Alert
          action={
            <div className="flex gap-3">
              <Button size="small" onClick={commit}>
                {t("details.saveNow")}
              </Button>
              <Button size="small" look="quiet" onClick={kept.discard}>
                {t("details.discard")}
              </Button>
            </div>
          }
        >
          {t("details.restored")}
        </Alert>
      ) : null}
      {state.kind === "conflict" ? (
        <Alert
          look="warn"
          live
          title={t("details.conflict")}
          action={
            <div className="flex flex-wrap gap-3">
              <Button size="small" onClick={() => settle({ title, summary: typed.summary.trim() })}>
                {t("conflict.takeMine")}
              </Button>
              <Button size="small" onClick={() => settle(state.theirs)}>
                {t("conflict.takeTheirs")}
              </Button>
            </div>
          }
        >
          <span className="font-medium">{state.theirs.title}</span> {state.theirs.summary}
        </Alert>
      ) : null}
    </div>
  );
}
