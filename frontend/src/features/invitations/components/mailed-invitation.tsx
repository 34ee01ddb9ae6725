"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { useFragmentToken } from "@/features/account/hooks/use-fragment-token";
import { ApiError, browserApi, problemMessage } from "@/lib/api/browser";
import { useRetry } from "@/lib/retry";
import { clearInvitation, storeInvitation, storedInvitation } from "../stored-token";
import { InvitationCard, type Invitation } from "./invitation-card";

/** The invitation of a mailed link. Visitors log in first and return. */
export function MailedInvitation({ loggedIn }: { loggedIn: boolean }) {
  const t = useTranslations("invitations");
  const errors = useTranslations("errors");
  const given = useFragmentToken();
  const { run } = useRetry();
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [missing, setMissing] = useState(false);

  useEffect(() => {
    if (given === undefined) return;
    let left = false;
    const token = given ?? storedInvitation();
    const read = async () => {
      if (token === null) {
        setMissing(true);
        return;
      }
      storeInvitation(token);
      if (!loggedIn) return;
      setMissing(false);
      setProblem(null);
      try {
        const { data } = await run(() => browserApi.GET("/api/v1/invitations/{token}", { params: { path: { token } } }));
        if (!left && data !== undefined) setInvitation(data);
      } catch (error) {
        if (left || error instanceof DOMException) return;
        if (error instanceof ApiError && error.status === 404) clearInvitation();
        setProblem(error);
      }
    };
    void read();
    return () => {
      left = true;
    };
  }, [given, loggedIn, run]);

  if (!loggedIn) {
    return (
      <div className="space-y-5">
        <p className="text-pretty">{t("logInFirst")}</p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/login?next=%2Finvitations" look="primary">
            {t("logIn")}
          </ButtonLink>
          <ButtonLink href="/register?next=%2Finvitations">{t("register")}</ButtonLink>
        </div>
        <p className="text-sm text-muted">{t("registerNote")}</p>
      </div>
    );
  }
  if (missing || problem !== null) {
    const dead = problem instanceof ApiError && problem.status === 404;
    return (
      <Alert
        look={problem === null ? "info" : "warn"}
        live
        action={<ButtonLink href="/settings/invitations">{t("mine")}</ButtonLink>}
      >
        {missing ? t("noToken") : dead ? t("gone") : problemMessage(problem, errors)}
      </Alert>
    );
  }
  if (invitation === null) {
    return (
      <div role="status" aria-label={t("loading")} className="space-y-4">
        <Skeleton className="h-12" />
        <Skeleton className="h-10 w-56" />
      </div>
    );
  }
  return <InvitationCard key={invitation.token} invitation={invitation} onSettled={clearInvitation} />;
}
