"use client";

import { CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Rows } from "@/components/ui/rows";
import { browserApi, problemMessage } from "@/lib/api/browser";
import { toast } from "@/lib/toast";
import { mergeNotification } from "../merge";
import type { Notification } from "../stream";
import { NotificationRow } from "./notification-row";

/** Notifications, updated live. `unreadOnly`: read ones stay until the page closes. */
export function NotificationList({
  first,
  next: firstNext,
  unreadOnly,
}: {
  first: readonly Notification[];
  next: string | null;
  unreadOnly: boolean;
}) {
  const t = useTranslations("notifications");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const [list, setList] = useState(first);
  const [next, setNext] = useState(firstNext);
  const [loading, setLoading] = useState(false);
  const [came, setCame] = useState(0);
  const latest = useRef(list);

  useEffect(() => {
    latest.current = list;
  }, [list]);

  useEffect(() => {
    let left = false;
    let leave: (() => void) | undefined;
    void import("../stream").then(
      ({ notificationStream }) => {
        if (left) return;
        leave = notificationStream().subscribe((told) => {
          if (told.type !== "notification") return;
          const { notification } = told;
          if (!latest.current.some((one) => one.notification_id === notification.notification_id && one.seq >= notification.seq)) {
            setCame((count) => count + 1);
          }
          setList((before) => mergeNotification(before, notification));
        });
      },
      () => undefined,
    );
    return () => {
      left = true;
      leave?.();
    };
  }, []);

  const unread = list.filter((one) => one.read_at === null);

  /** Show as read immediately; revert on failure. */
  async function mark(these: readonly Notification[], body: { up_to: number } | { notification_ids: string[] }) {
    const ids = new Map(these.map((one) => [one.notification_id, one.seq]));
    const set = (at: string | null) =>
      setList((before) => before.map((one) => (ids.get(one.notification_id) === one.seq ? { ...one, read_at: at } : one)));
    set(new Date().toISOString());
    try {
      // Must arrive even if the link navigates away.
      await browserApi.POST("/api/v1/notifications/read", { body, keepalive: true });
    } catch (error) {
      set(null);
      toast(problemMessage(error, errors), { look: "danger" });
    }
  }

  async function more(event: MouseEvent, cursor: string) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (loading) return;
    setLoading(true);
    try {
      const { data } = await browserApi.GET("/api/v1/notifications", { params: { query: { cursor, unread: unreadOnly } } });
      if (data === undefined) return;
      setList((before) => data.data.reduce<readonly Notification[]>(mergeNotification, before));
      setNext(data.next_cursor);
    } catch (error) {
      toast(problemMessage(error, errors), { look: "danger" });
    } finally {
      setLoading(false);
    }
  }

  const newest = Math.max(0, ...list.map(({ seq }) => seq));
  return (
    <>
      <div className="flex min-h-14 items-center justify-between gap-4">
        <p role="status" className="text-sm text-muted">
          {came === 0 ? "" : t("came", { count: came })}
        </p>
        {unread.length > 0 ? (
          <Button look="quiet" size="small" onClick={() => void mark(unread, { up_to: newest })}>
            <CheckCheck aria-hidden="true" />
            {t("markAll")}
          </Button>
        ) : null}
      </div>
      {list.length === 0 ? (
        <EmptyState title={unreadOnly ? t("noUnread") : t("empty")}>{unreadOnly ? t("noUnreadText") : t("emptyText")}</EmptyState>
      ) : (
        <Rows aria-label={t("title")} className="border-t border-line">
          {list.map((notification) => (
            <NotificationRow
              key={notification.notification_id}
              notification={notification}
              onRead={() => void mark([notification], { notification_ids: [notification.notification_id] })}
            />
          ))}
        </Rows>
      )}
      {next === null ? null : (
        <p className="border-t border-line py-6 text-center">
          <a
            className={buttonClass({ look: "outline" })}
            href={`/notifications?${unreadOnly ? "show=unread&" : ""}cursor=${encodeURIComponent(next)}`}
            onClick={(event) => void more(event, next)}
          >
            {loading ? common("loading") : common("more")}
          </a>
        </p>
      )}
    </>
  );
}
