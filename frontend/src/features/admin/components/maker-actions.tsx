"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type FormEvent } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Reason } from "@/features/moderation/reasons";
import { browserApi } from "@/lib/api/browser";
import type { components } from "@/lib/api/schema";
import { toast } from "@/lib/toast";
import { ReasonField } from "./reason-field";

type Maker = Pick<components["schemas"]["AdminMaker"], "handle" | "role" | "status">;
type Act = "suspend" | "unsuspend" | "promote" | "demote";

const PLACE = "/api/v1/admin/makers/{handle}";

/** Actions of an admin on a maker. Also shows the state, which the actions change. */
export function MakerActions({ maker, own }: { maker: Maker; own: boolean }) {
  const t = useTranslations("admin");
  const common = useTranslations("common");
  const [{ role, status }, setStanding] = useState({ role: maker.role, status: maker.status });
  const [act, setAct] = useState<Act | null>(null);
  const [reason, setReason] = useState<Reason>("spam");
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useId();
  const { handle } = maker;

  function begin(next: Act) {
    setProblem(null);
    setAct(next);
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy || act === null) return;
    setBusy(true);
    setProblem(null);
    const path = { handle };
    try {
      if (act === "suspend") {
        await browserApi.PUT(`${PLACE}/suspension`, { params: { path, query: { reason } } });
        setStanding({ role, status: "suspended" });
      } else if (act === "unsuspend") {
        await browserApi.DELETE(`${PLACE}/suspension`, { params: { path } });
        setStanding({ role, status: "active" });
      } else {
        const next = act === "promote" ? "admin" : "maker";
        await browserApi.PUT(`${PLACE}/role`, { params: { path }, body: { role: next } });
        setStanding({ role: next, status });
      }
      setAct(null);
      toast(t(`makers.${act}Done`, { handle }));
      // A whole new page: what is theirs no more must not go on being shown.
      // eslint-disable-next-line @next/next/no-location-assign-relative-destination
      if (own) location.assign("/");
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      {role === "admin" ? <Badge look="accent">{t("roles.admin")}</Badge> : null}
      {status === "active" ? null : <Badge look={status === "suspended" ? "danger" : "plain"}>{t(`standing.${status}`)}</Badge>}
      {status === "deleted" ? null : (
        <>
          <Button size="small" onClick={() => begin(status === "suspended" ? "unsuspend" : "suspend")}>
            {status === "suspended" ? t("makers.unsuspend") : t("makers.suspend")}{" "}
            <span className="sr-only">@{handle}</span>
          </Button>
          {role === "maker" && status === "suspended" ? null : (
            <Button size="small" look="quiet" onClick={() => begin(role === "admin" ? "demote" : "promote")}>
              {role === "admin" ? t("makers.demote") : t("makers.promote")}{" "}
              <span className="sr-only">@{handle}</span>
            </Button>
          )}
        </>
      )}
      <Dialog
        open={act !== null}
        onClose={() => setAct(null)}
        title={act === null ? "" : t(`makers.${act}Title`, { handle })}
        close={common("close")}
        footer={
          act === null ? null : (
            <>
              <Button onClick={() => setAct(null)}>{common("cancel")}</Button>
              <Button type="submit" form={form} look={act === "suspend" || act === "demote" ? "danger" : "primary"} busy={busy}>
                {t(`makers.${act}`)}
              </Button>
            </>
          )
        }
      >
        <form id={form} onSubmit={submit} className="space-y-4">
          {act === null ? null : <p className="text-muted">{t(`makers.${act}Text`)}</p>}
          {own ? <Alert look="warn">{t("makers.own")}</Alert> : null}
          {act === "suspend" ? <ReasonField value={reason} onChange={setReason} /> : null}
          <FormOutcome problem={problem} />
        </form>
      </Dialog>
    </div>
  );
}
