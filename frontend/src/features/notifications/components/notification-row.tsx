"use client";

import { Check, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Row } from "@/components/ui/rows";
import { cn } from "@/lib/cn";
import type { Notification } from "../stream";
import { notificationPath, messageKey, actorSummary } from "../display";

const strong = (chunks: ReactNode) => <strong className="font-semibold">{chunks}</strong>;

export function NotificationRow({ notification, onRead }: { notification: Notification; onRead: () => void }) {
  const t = useTranslations("notifications");
  const { actors, actor_count, subject, updated_at, read_at } = notification;
  const unread = read_at === null;
  const place = notificationPath(notification);
  const actor = actors[0];
  const { key, others } = actorSummary(
    actors.map(({ display_name }) => display_name),
    actor_count,
  );
  const sentence = t.rich(`says.${messageKey(notification)}`, {
    b: strong,
    who: t(key, { first: actor?.display_name ?? "", second: actors[1]?.display_name ?? "", count: others }),
    it: subject?.project.title ?? t("gone"),
    workflow: subject?.workflow?.title ?? "",
    number: subject?.version_number ?? 0,
  });
  const inside = (
    <>
      {unread ? <span className="sr-only">{t("unread")}: </span> : null}
      <span className={cn("text-pretty break-words", unread ? "text-ink" : "text-muted")}>{sentence}</span>
    </>
  );
  return (
    <Row className="relative flex items-start gap-3 py-3" data-unread={unread || undefined}>
      <span aria-hidden="true" className={cn("mt-3 size-2 shrink-0 rounded-full", unread && "bg-accent")} />
      {actor === undefined ? (
        <span aria-hidden="true" className="flex size-8 shrink-0 items-center justify-center rounded-full border border-line bg-sunken text-muted">
          <ShieldCheck className="size-4" />
        </span>
      ) : (
        <Avatar name={actor.display_name} url={actor.avatar_url} />
      )}
      <div className="min-w-0 grow pt-1">
        {place === null ? (
          <p>{inside}</p>
        ) : (
          <p>
            <Link
              href={place}
              onClick={unread ? onRead : undefined}
              // Clickable across the row, below its button.
              className="after:absolute after:inset-0 hover:underline hover:underline-offset-4"
            >
              {inside}
            </Link>
          </p>
        )}
        <RelativeTime iso={updated_at} className="text-sm text-muted" />
      </div>
      {unread ? (
        <Button look="quiet" size="icon" className="relative" aria-label={t("markRead")} title={t("markRead")} onClick={onRead}>
          <Check aria-hidden="true" />
        </Button>
      ) : null}
    </Row>
  );
}
