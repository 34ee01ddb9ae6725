import type { components } from "@/lib/api/schema";

type Notification = components["schemas"]["Notification"];

/**
 * A list with one that came or has grown: it takes the place of the one with its id, and the list stays in the order of
 * what happened last. What is older than what is there already (told twice, or late) changes nothing.
 */
export function mergeNotification(list: readonly Notification[], came: Notification): Notification[] {
  const before = list.find((one) => one.notification_id === came.notification_id);
  if (before !== undefined && before.seq >= came.seq) return [...list];
  const others = list.filter((one) => one.notification_id !== came.notification_id);
  const place = others.findIndex((one) => one.seq < came.seq);
  return place === -1 ? [...others, came] : [...others.slice(0, place), came, ...others.slice(place)];
}
