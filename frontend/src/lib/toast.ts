"use client";

import { useSyncExternalStore } from "react";

export type ToastLook = "info" | "danger";
export type Toast = { id: number; text: string; look: ToastLook; action?: { label: string; act: () => void } };

const EMPTY: readonly Toast[] = [];
const LIFE = 6_000;
const MOST = 3;

let toasts: readonly Toast[] = EMPTY;
let last = 0;
const listeners = new Set<() => void>();

/** Says something at the edge of the page, to screen readers too. With an action it stays until it is put away. */
export function toast(text: string, options: { look?: ToastLook; action?: Toast["action"] } = {}): void {
  last += 1;
  const id = last;
  const added: Toast = { id, text, look: options.look ?? "info", ...(options.action ? { action: options.action } : {}) };
  change([...toasts.filter((other) => other.text !== text), added].slice(-MOST));
  if (options.action === undefined) setTimeout(() => dismissToast(id), LIFE);
}

export function dismissToast(id: number): void {
  if (toasts.some((one) => one.id === id)) change(toasts.filter((one) => one.id !== id));
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

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of [...listeners]) listener();
}
