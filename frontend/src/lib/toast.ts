"use client";

import { useSyncExternalStore } from "react";

export type ToastLook = "info" | "danger";
/** Leads somewhere (`href`), or does something; `page` is where the latter is on the way to, and belongs. */
export type ToastAction = { label: string; href: string } | { label: string; act: () => void; page?: string };
export type Toast = { id: number; text: string; look: ToastLook; action?: ToastAction };

const EMPTY: readonly Toast[] = [];
const LIFE = 6_000;
const MOST = 3;

let toasts: readonly Toast[] = EMPTY;
let last = 0;
const listeners = new Set<() => void>();

/** Says something at the edge of the page, to screen readers too. With an action it stays until it is put away or left. */
export function toast(text: string, options: { look?: ToastLook; action?: ToastAction } = {}): void {
  last += 1;
  const id = last;
  const added: Toast = { id, text, look: options.look ?? "info", ...(options.action ? { action: options.action } : {}) };
  change([...toasts.filter((other) => other.text !== text), added].slice(-MOST));
  if (options.action === undefined) setTimeout(() => dismissToast(id), LIFE);
}

export function dismissToast(id: number): void {
  keep((one) => one.id !== id);
}

/** Another page is there, `path`: what could be done on the one before goes with it. */
export function leaveToasts(path: string): void {
  keep(({ action }) => action === undefined || ("act" in action && action.page === path));
}

/**
 * A form is sent: what went well before has been read, and would cover the button and what is wrong. What only a toast can
 * do (undo, restore) stays.
 */
export function clearToasts(): void {
  keep(({ look, action }) => look === "danger" || (action !== undefined && "act" in action));
}

export function useToast(): typeof toast {
  return toast;
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
    () => EMPTY,
  );
}

function keep(wanted: (one: Toast) => boolean): void {
  const left = toasts.filter(wanted);
  if (left.length < toasts.length) change(left);
}

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of [...listeners]) listener();
}
