import type { components } from "@/lib/api/schema";

export type Item = components["schemas"]["Item"];

/** The project to add to a collection. */
export type Collected = { project_id: string; handle: string; slug: string; title: string };

/** The version of the collection, shared by the forms that edit it. */
export type Version = {
  /** The version that was read last, for If-Match. */
  read: () => number;
  set: (version: number) => void;
  /** Run writes one after the other: each write changes the version that the next one sends. */
  queue: <T>(write: () => Promise<T>) => Promise<T>;
};
