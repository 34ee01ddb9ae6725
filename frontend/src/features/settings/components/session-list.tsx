"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Row, Rows } from "@/components/ui/rows";
import { ApiError, browserApi, problemMessage } from "@/lib/api/browser";
import type { components } from "@/lib/api/schema";
import { toast } from "@/lib/toast";

type Session = components["schemas"]["Session"];

/** Logged-in devices. Logging one out removes it immediately, and restores it on failure. */
export function SessionList({ sessions: first }: { sessions: readonly Session[] }) {
  const t = useTranslations("sessions");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const [sessions, setSessions] = useState(first);
  const [asking, setAsking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const others = sessions.filter(({ current }) => !current);

  async function end(these: readonly Session[], act: () => Promise<unknown>, said: string) {
    const gone = new Set(these.map(({ id }) => id));
    const before = sessions;
    setSessions(sessions.filter(({ id }) => !gone.has(id)));
    // The focused button disappeared with its row.
    heading.current?.focus();
    try {
      await act();
      toast(said);
    } catch (error) {
      // It had already ended.
      if (error instanceof ApiError && error.status === 404) return;
      setSessions(before);
      toast(problemMessage(error, errors), { look: "danger" });
    }
  }

  return (
    <>
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-3">
        <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
          {t("count", { count: sessions.length })}
        </h2>
        {others.length > 0 ? (
          <Button size="small" onClick={() => setAsking(true)}>
            {t("endOthers")}
          </Button>
        ) : null}
      </div>
      <Rows className="mt-2 border-t border-line">
        {[...sessions].sort((a, b) => Number(b.current) - Number(a.current)).map((session) => {
          const name = session.device === "" || session.device === "Unknown device" ? t("unknown") : session.device;
          return (
            <Row key={session.id} className="flex items-start justify-between gap-4">
              <div className="min-w-0">
                <p className="font-medium break-words" title={session.user_agent}>
                  {name}
                  {session.current ? (
                    <Badge look="accent" className="ms-2">
                      {t("this")}
                    </Badge>
                  ) : null}
                </p>
                <p className="text-sm text-muted">
                  <span className="font-mono break-all">{session.ip}</span> · {t("used")} <RelativeTime iso={session.last_used_at} />
                </p>
                <p className="text-sm text-muted">
                  {t("since")} <RelativeTime iso={session.created_at} />
                </p>
              </div>
              {session.current ? null : (
                <Button
                  size="small"
                  aria-label={t("endNamed", { device: name })}
                  onClick={() =>
                    void end(
                      [session],
                      () => browserApi.DELETE("/api/v1/auth/sessions/{session_id}", { params: { path: { session_id: session.id } } }),
                      t("ended", { device: name }),
                    )
                  }
                >
                  {t("end")}
                </Button>
              )}
            </Row>
          );
        })}
      </Rows>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("endOthers")}
        close={common("close")}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{common("cancel")}</Button>
            <Button
              look="danger"
              onClick={() => {
                setAsking(false);
                void end(others, () => browserApi.DELETE("/api/v1/auth/sessions"), t("endedOthers"));
              }}
            >
              {t("endOthers")}
            </Button>
          </>
        }
      >
        <p>{t("endOthersText", { count: others.length })}</p>
      </Dialog>
    </>
  );
}
