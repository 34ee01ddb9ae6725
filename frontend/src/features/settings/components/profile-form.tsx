"use client";

import { Plus, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { RestoredNotice } from "@/components/restored-notice";
import { StaleNotice } from "@/components/stale-notice";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { ApiError, browserApi, fieldErrors, problemMessage } from "@/lib/api/browser";
import type { components } from "@/lib/api/schema";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";
import { toast } from "@/lib/toast";

type Me = components["schemas"]["Me"];
type Link = { label: string; url: string };
type Typed = { handle: string; display_name: string; bio: string; links: Link[]; avatar_url: string };

const MOST_LINKS = 10;

function typedOf({ handle, display_name, bio, links, avatar_url }: Me): Typed {
  return { handle, display_name, bio, links: links.map(({ label, url }) => ({ label, url })), avatar_url: avatar_url ?? "" };
}

export function ProfileForm({ me }: { me: Me }) {
  const t = useTranslations("settings.profile");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { run, waiting } = useRetry();
  const [typed, setTyped, kept] = usePersistedState<Typed>("profile", typedOf(me));
  const [saved, setSaved] = useState(me);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const stale = problem instanceof ApiError && problem.status === 412;
  const wrong = fieldErrors(problem, errors);
  const isTaken = problem instanceof ApiError && problem.code === "handle_taken";
  if (isTaken) wrong["/handle"] ??= problemMessage(problem, errors);

  function change(some: Partial<Typed>) {
    setTyped((before) => ({ ...before, ...some }));
  }
  function changeLink(place: number, some: Partial<Link>) {
    setTyped((before) => ({ ...before, links: before.links.map((link, at) => (at === place ? { ...link, ...some } : link)) }));
  }

  async function save(version: number) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const { data } = await run(() =>
        browserApi.PATCH("/api/v1/me", {
          params: { header: { "If-Match": `"${version}"` } },
          body: {
            handle: typed.handle.trim(),
            display_name: typed.display_name.trim(),
            bio: typed.bio,
            links: typed.links
              .map(({ label, url }) => ({ label: label.trim(), url: url.trim() }))
              .filter(({ label, url }) => label !== "" || url !== ""),
            avatar_url: typed.avatar_url.trim() === "" ? null : typed.avatar_url.trim(),
          },
        }),
      );
      if (data !== undefined) {
        setSaved(data);
        setTyped(typedOf(data));
      }
      kept.drop();
      toast(common("saved"));
      // Update the name in the header.
      router.refresh();
    } catch (error) {
      if (error instanceof DOMException) return;
      setProblem(error);
      const pointer = Object.keys(fieldErrors(error))[0] ?? (error instanceof ApiError && error.code === "handle_taken" ? "/handle" : undefined);
      if (pointer !== undefined) form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(pointer.slice(1))}"]`)?.focus();
    } finally {
      setBusy(false);
    }
  }

  /** Changed in another tab or on another device: `theirs` loads the saved values. */
  async function settle(theirs: boolean) {
    try {
      const { data } = await browserApi.GET("/api/v1/me");
      if (data === undefined) return;
      setSaved(data);
      setProblem(null);
      if (theirs) {
        setTyped(typedOf(data));
        kept.drop();
      } else {
        await save(data.version);
      }
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <form
      ref={form}
      className="space-y-6"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save(saved.version);
      }}
    >
      <RestoredNotice kept={kept} />
      <Field label={t("name")} error={wrong["/display_name"]}>
        {(field) => (
          <Input
            {...field}
            name="display_name"
            autoComplete="name"
            required
            maxLength={80}
            value={typed.display_name}
            onChange={(event) => change({ display_name: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t("handle")}
        hint={typed.handle.trim().toLowerCase() === saved.handle ? t("handleHint") : t("handleNote", { handle: saved.handle })}
        error={wrong["/handle"]}
      >
        {(field) => (
          <Input
            {...field}
            name="handle"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            required
            minLength={3}
            maxLength={30}
            value={typed.handle}
            onChange={(event) => change({ handle: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("bio")} optional={common("optional")} hint={t("bioHint")} error={wrong["/bio"]}>
        {(field) => (
          <Textarea {...field} name="bio" maxLength={2000} value={typed.bio} onChange={(event) => change({ bio: event.target.value })} />
        )}
      </Field>
      <div className="flex items-start gap-4">
        <Avatar name={typed.display_name} url={typed.avatar_url.trim()} size="large" />
        <div className="min-w-0 grow">
          <Field label={t("avatar")} optional={common("optional")} hint={t("avatarHint")} error={wrong["/avatar_url"]}>
            {(field) => (
              <Input
                {...field}
                name="avatar_url"
                type="url"
                inputMode="url"
                autoComplete="photo"
                maxLength={2000}
                placeholder="https://"
                value={typed.avatar_url}
                onChange={(event) => change({ avatar_url: event.target.value })}
              />
            )}
          </Field>
        </div>
      </div>
      <fieldset>
        <legend className="text-sm font-medium">
          {t("links")} <span className="ms-1 font-normal text-muted">{common("optional")}</span>
        </legend>
        <ul className="mt-1.5 space-y-4 sm:space-y-2">
          {typed.links.map((link, place) => {
            const told = wrong[`/links/${place}/label`] ?? wrong[`/links/${place}/url`];
            return (
              <li key={place}>
                <div className="flex items-start gap-2">
                  <div className="grid min-w-0 grow gap-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
                    <Input
                      name={`links/${place}/label`}
                      aria-label={t("linkLabel", { number: place + 1 })}
                      placeholder={t("linkLabelHint")}
                      maxLength={60}
                      aria-invalid={wrong[`/links/${place}/label`] !== undefined || undefined}
                      value={link.label}
                      onChange={(event) => changeLink(place, { label: event.target.value })}
                    />
                    <Input
                      name={`links/${place}/url`}
                      type="url"
                      inputMode="url"
                      aria-label={t("linkUrl", { number: place + 1 })}
                      placeholder="https://"
                      maxLength={2000}
                      aria-invalid={wrong[`/links/${place}/url`] !== undefined || undefined}
                      value={link.url}
                      onChange={(event) => changeLink(place, { url: event.target.value })}
                    />
                  </div>
                  <Button
                    look="quiet"
                    size="icon"
                    aria-label={t("removeLink", { number: place + 1 })}
                    title={t("removeLink", { number: place + 1 })}
                    onClick={() => change({ links: typed.links.filter((_, at) => at !== place) })}
                  >
                    <X aria-hidden="true" />
                  </Button>
                </div>
                {told === undefined ? null : <p className="mt-1 text-sm text-danger">{told}</p>}
              </li>
            );
          })}
        </ul>
        {typed.links.length < MOST_LINKS ? (
          <Button className="mt-2" size="small" onClick={() => change({ links: [...typed.links, { label: "", url: "" }] })}>
            <Plus aria-hidden="true" />
            {t("addLink")}
          </Button>
        ) : null}
      </fieldset>
      {stale ? (
        <StaleNotice title={t("stale")} settle={settle} />
      ) : (
        <FormOutcome problem={isTaken ? errors("codes.invalid_input") : problem} waiting={waiting} />
      )}
      <Button type="submit" look="primary" busy={busy}>
        {busy ? common("saving") : common("save")}
      </Button>
    </form>
  );
}
