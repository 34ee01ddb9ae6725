"use client";

import { Check, CircleAlert, CloudOff, Hourglass, KeyRound, Pencil, RefreshCw, Split } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useConnection } from "@/lib/connection";
import { cn } from "@/lib/cn";
import type { SaveState } from "../autosave";
import type { Content } from "../content";

/** Save state as text and icon. Only lasting states are announced. */
export function SaveStateLine({
  state,
  onRetry,
  onChoose,
  next,
}: {
  state: SaveState<Content>;
  onRetry: () => void;
  onChoose: () => void;
  /** Path to return to after logging in. */
  next: string;
}) {
  const t = useTranslations("editor.save");
  const seconds = useSeconds(state.kind === "retrying" ? state.at : null);
  const connection = useConnection();
  const away = state.kind === "retrying" && state.why === "unreachable";
  const Icon = {
    saved: Check,
    waiting: Pencil,
    saving: RefreshCw,
    retrying: away ? CloudOff : Hourglass,
    login: KeyRound,
    conflict: Split,
    refused: CircleAlert,
  }[state.kind];
  const bad = state.kind !== "saved" && state.kind !== "waiting" && state.kind !== "saving";
  const words = (() => {
    if (state.kind === "retrying") return away ? t("unreachable") : t("busy");
    if (state.kind === "refused") return reason(state.error.code, state.error.status);
    return t(state.kind);
  })();
  function reason(code: string, status: number): string {
    if (code === "archived") return t("archived");
    if (status === 403 || status === 404) return t("forbidden");
    if (status === 413) return t("large");
    return t("refused");
  }

  return (
    <div className="flex min-h-10 min-w-0 flex-wrap items-center gap-x-2 text-sm">
      <Icon
        aria-hidden="true"
        className={cn("size-4 shrink-0", bad ? "text-warn" : state.kind === "saved" ? "text-accent" : "text-muted")}
      />
      <span className={bad ? "text-warn" : "text-muted"} data-save-state={state.kind}>
        {words}
        {seconds !== null && seconds > 1 ? <span aria-hidden="true"> {t("again", { seconds })}</span> : null}
      </span>
      {away && connection === "here" ? (
        <Button look="link" size="inline" onClick={onRetry}>
          {t("now")}
        </Button>
      ) : null}
      {state.kind === "refused" ? (
        <Button look="link" size="inline" onClick={onRetry}>
          {t("now")}
        </Button>
      ) : null}
      {state.kind === "login" ? (
        <a className="link" href={`/login?next=${encodeURIComponent(next)}`} target="_blank" rel="noopener">
          {t("logIn")}
        </a>
      ) : null}
      {state.kind === "conflict" ? (
        <Button look="link" size="inline" onClick={onChoose}>
          {t("choose")}
        </Button>
      ) : null}
      {/* Announce only lasting states, not every save. */}
      <span role="status" aria-live="polite" className="sr-only">
        {bad ? words : state.kind === "saved" ? t("saved") : ""}
      </span>
    </div>
  );
}

function useSeconds(at: number | null): number | null {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (at === null) return;
    const tick = () => setNow(Date.now());
    const first = setTimeout(tick, 0);
    const timer = setInterval(tick, 1_000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [at]);
  return at === null || now === 0 ? null : Math.max(0, Math.ceil((at - now) / 1_000));
}
