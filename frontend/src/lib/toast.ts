"use client";

import { useSyncExternalStore } from "react";

export type ToastLook = "info" | "danger";
/** A link (`href`) or an action; `page` is the page that the action belongs to. */
export type ToastAction = { label: string; href: string } | { label: string; act: () => void; page?: string };
export type Toast = { id: number; text: string; look: ToastLook; action?: ToastAction };

const EMPTY: readonly Toast[] = [];
const LIFE = 6_000;
const MOST = 3;

let toasts: readonly Toast[] = EMPTY;
let last = 0;
const listeners = new Set<() => void>();

/** Show a toast and announce it. With an action it stays until it is closed or the page changes. */
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

/** Remove toasts whose action belongs to another page than `path`. */
export function leaveToasts(path: string): void {
  keep(({ action }) => action === undefined || ("act" in action && action.page === path));
}

/** Remove toasts without an action when a form is sent: they are read, and would cover the button and its errors. */
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
