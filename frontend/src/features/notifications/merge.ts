import type { components } from "@/lib/api/schema";

type Notification = components["schemas"]["Notification"];

/** Merge a new or updated notification into a list by its id, newest first. Ignores older or repeated updates. */
export function mergeNotification(list: readonly Notification[], came: Notification): Notification[] {
  const before = list.find((one) => one.notification_id === came.notification_id);
  if (before !== undefined && before.seq >= came.seq) return [...list];
  const others = list.filter((one) => one.notification_id !== came.notification_id);
  const place = others.findIndex((one) => one.seq < came.seq);
  return place === -1 ? [...others, came] : [...others.slice(0, place), came, ...others.slice(place)];
}
