"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { ApiError, browserApi } from "@/lib/api/browser";
import type { components } from "@/lib/api/schema";
import { useRetry } from "@/lib/retry";
import { toast } from "@/lib/toast";

type Preferences = components["schemas"]["NotificationPreferences"];
type Kind = Preferences["site"][number];
type Digest = Preferences["digest"];

const KINDS: readonly Kind[] = ["star", "follow", "comment", "reply", "mention", "remix", "upstream_changed", "invitation", "moderation"];
const DIGESTS: readonly Digest[] = ["off", "daily", "weekly"];

/** Notification kinds on the site and by mail, and how often mail is sent. */
export function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const t = useTranslations("settings.notifications");
  const common = useTranslations("common");
  const { run, waiting } = useRetry();
  const [{ site, mail, digest, version }, setChosen] = useState(preferences);
  const [problem, setProblem] = useState<unknown>(null);
  const [stale, setStale] = useState(false);
  const [busy, setBusy] = useState(false);

  function toggle(list: "site" | "mail", kind: Kind, on: boolean) {
    setChosen((before) => {
      const next = { ...before, [list]: KINDS.filter((each) => (each === kind ? on : before[list].includes(each))) };
      // Mail contains only what the site shows.
      return list === "site" && !on ? { ...next, mail: next.mail.filter((each) => each !== kind) } : next;
    });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setStale(false);
    try {
      const { data } = await run(() =>
        browserApi.PUT("/api/v1/notifications/preferences", {
          params: { header: { "If-Match": `"${version}"` } },
          body: { site, mail, digest },
        }),
      );
      if (data !== undefined) setChosen(data);
      toast(common("saved"));
    } catch (error) {
      if (error instanceof DOMException) return;
      if (error instanceof ApiError && error.status === 412) await readAgain();
      else setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  /** Changed in another tab or on another device: show the current settings. */
  async function readAgain() {
    try {
      const { data } = await browserApi.GET("/api/v1/notifications/preferences");
      if (data !== undefined) setChosen(data);
      setStale(true);
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <form onSubmit={submit} className="space-y-6">
      {stale ? (
        <Alert look="warn" live>
          {t("stale")}
        </Alert>
      ) : null}
      <table className="w-full text-[0.9375rem]">
        <thead>
          <tr className="border-b border-line text-sm text-muted">
            <th scope="col" className="py-2 text-start font-medium">
              {t("kind")}
            </th>
            <th scope="col" className="w-16 py-2 text-center font-medium">
              {t("site")}
            </th>
            <th scope="col" className="w-16 py-2 text-center font-medium">
              {t("mail")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row" className="py-2 pe-3 text-start font-normal">
                {t(`kinds.${kind}`)}
              </th>
              <Cell label={t("kindOnSite", { kind: t(`kinds.${kind}`) })} on={site.includes(kind)} onToggle={(on) => toggle("site", kind, on)} />
              <Cell
                label={t("kindByMail", { kind: t(`kinds.${kind}`) })}
                on={mail.includes(kind)}
                disabled={!site.includes(kind)}
                onToggle={(on) => toggle("mail", kind, on)}
              />
            </tr>
          ))}
        </tbody>
      </table>
      <div className="max-w-xs">
        <Field label={t("digest")} hint={t("digestHint")}>
          {(field) => (
            <Select
              {...field}
              value={digest}
              onChange={(event) => setChosen((before) => ({ ...before, digest: DIGESTS.find((each) => each === event.target.value) ?? "off" }))}
            >
              {DIGESTS.map((each) => (
                <option key={each} value={each}>
                  {t(`digests.${each}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <FormOutcome problem={problem} waiting={waiting} />
      <Button type="submit" look="primary" busy={busy}>
        {busy ? common("saving") : common("save")}
      </Button>
    </form>
  );
}

/** The whole cell is clickable. */
function Cell({ label, on, disabled, onToggle }: { label: string; on: boolean; disabled?: boolean; onToggle: (on: boolean) => void }) {
  return (
    <td className="p-0 text-center">
      <label className="flex min-h-10 cursor-pointer items-center justify-center has-disabled:cursor-not-allowed">
        <span className="sr-only">{label}</span>
        <input
          type="checkbox"
          className="size-4 accent-accent disabled:opacity-50"
          checked={on}
          disabled={disabled}
          onChange={(event) => onToggle(event.target.checked)}
        />
      </label>
    </td>
  );
}
