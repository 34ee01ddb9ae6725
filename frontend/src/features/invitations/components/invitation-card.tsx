"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Alert } from "@/components/ui/alert";
import { Avatar } from "@/components/ui/avatar";
import { Button, ButtonLink } from "@/components/ui/button";
import { ApiError, browserApi } from "@/lib/api/browser";
import type { components } from "@/lib/api/schema";
import { useRetry } from "@/lib/retry";

export type Invitation = components["schemas"]["ReceivedInvitation"];

/** Accept or decline an invitation. Both are idempotent, so they retry during an outage. */
export function InvitationCard({ invitation, onSettled }: { invitation: Invitation; onSettled?: () => void }) {
  const t = useTranslations("invitations");
  const { run, waiting } = useRetry();
  const [state, setState] = useState<"open" | "accepting" | "declining" | "accepted" | "declined">("open");
  const [problem, setProblem] = useState<unknown>(null);
  const settled = useRef<HTMLDivElement>(null);
  const { token, project, role, expires_at } = invitation;
  const { owner } = project;
  const path = `/projects/${project.handle}/${project.slug}`;
  const gone = problem instanceof ApiError && problem.status === 404;

  useEffect(() => {
    if (state === "accepted" || state === "declined") settled.current?.focus();
  }, [state]);

  async function answer(yes: boolean) {
    if (state !== "open") return;
    setState(yes ? "accepting" : "declining");
    setProblem(null);
    const params = { path: { token } };
    try {
      await run<unknown>(() =>
        yes
          ? browserApi.POST("/api/v1/invitations/{token}/accept", { params })
          : browserApi.POST("/api/v1/invitations/{token}/decline", { params }),
      );
      setState(yes ? "accepted" : "declined");
      onSettled?.();
    } catch (error) {
      if (error instanceof DOMException) return;
      setProblem(error);
      setState("open");
    }
  }

  if (state === "accepted" || state === "declined") {
    return (
      <div ref={settled} tabIndex={-1} className="outline-none">
        <Alert
          live
          title={state === "accepted" ? t("accepted", { title: project.title }) : t("declined", { title: project.title })}
          action={
            state === "accepted" ? (
              <ButtonLink href={path} look="primary">
                {t("toProject")}
              </ButtonLink>
            ) : undefined
          }
        />
      </div>
    );
  }
  return (
    <article className="space-y-4">
      <div className="flex items-start gap-3">
        <Avatar name={owner.display_name} url={owner.avatar_url} />
        <div className="min-w-0">
          <p className="text-pretty">
            {t.rich(role === "editor" ? "asEditor" : "asViewer", {
              who: owner.display_name,
              title: project.title,
              maker: (chunks) => (
                <Link href={`/makers/${owner.handle}`} className="link">
                  {chunks}
                </Link>
              ),
              b: (chunks) => <strong className="font-semibold">{chunks}</strong>,
            })}
          </p>
          <p className="text-sm text-muted">
            {role === "editor" ? t("editorMay") : t("viewerMay")} {t("expires")} <RelativeTime iso={expires_at} />.
          </p>
        </div>
      </div>
      <FormOutcome problem={gone ? t("gone") : problem} waiting={waiting} />
      <div className="flex flex-wrap gap-3">
        <Button look="primary" busy={state === "accepting"} onClick={() => void answer(true)}>
          {t("accept")}
        </Button>
        <Button busy={state === "declining"} onClick={() => void answer(false)}>
          {t("decline")}
        </Button>
      </div>
    </article>
  );
}
