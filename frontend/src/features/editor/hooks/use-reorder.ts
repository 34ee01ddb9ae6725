"use client";

import {
  type KeyboardEvent,
  type PointerEvent,
  type RefCallback,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";

export type ReorderNews = "grabbed" | "moved" | "dropped" | "cancelled";

/** Pixels a pointer moves before a drag starts. */
const SLACK = 4;
/** Distance from the window edge, in pixels, where dragging scrolls. */
const EDGE = 72;

/** Reorder a list by dragging a handle, or by keyboard: Space picks up, arrows move, Space drops, Escape cancels. */
export function useReorder({
  ids,
  onMove,
  onNews,
}: {
  ids: readonly string[];
  onMove: (id: string, to: number) => void;
  onNews: (news: ReorderNews, id: string, place: number) => void;
}) {
  const [grabbed, setGrabbed] = useState<{ id: string; from: number } | null>(null);
  const [drag, setDrag] = useState<{ id: string; to: number } | null>(null);
  const items = useRef(new Map<string, HTMLElement>());
  const handles = useRef(new Map<string, HTMLElement>());
  /** Moving the element blurs it; ignore that blur. */
  const carrying = useRef<string | null>(null);
  const pointer = useRef<{ id: string; y: number; active: boolean; last: number } | null>(null);
  const frame = useRef(0);
  const order = useRef(ids);
  // Memoised cards keep old handles, so they read the newest callbacks here.
  const latest = useRef({ onMove, onNews });
  useLayoutEffect(() => {
    latest.current = { onMove, onNews };
  });

  useLayoutEffect(() => {
    order.current = ids;
    const id = carrying.current;
    if (id === null) return;
    carrying.current = null;
    const handle = handles.current.get(id);
    handle?.focus({ preventScroll: true });
    handle?.scrollIntoView({ block: "nearest" });
  }, [ids]);

  /** Return the position of a part dropped at this height. */
  const placeAt = useCallback((id: string, y: number): number => {
    const others = order.current.filter((other) => other !== id);
    const below = others.findIndex((other) => {
      const box = items.current.get(other)?.getBoundingClientRect();
      return box !== undefined && y < box.top + box.height / 2;
    });
    return below === -1 ? others.length : below;
  }, []);

  const stopDrag = useCallback(() => {
    pointer.current = null;
    cancelAnimationFrame(frame.current);
    setDrag(null);
  }, []);

  const dragging = drag !== null;
  useEffect(() => {
    if (!dragging) return;
    const escape = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape" || !pointer.current) return;
      const { id } = pointer.current;
      stopDrag();
      latest.current.onNews("cancelled", id, order.current.indexOf(id));
    };
    window.addEventListener("keydown", escape);
    return () => window.removeEventListener("keydown", escape);
  }, [dragging, stopDrag]);

  const scrollRef = useRef<(() => void) | null>(null);
  const scroll = useCallback(() => {
    const at = pointer.current;
    if (!at?.active) return;
    const below = at.last - (window.innerHeight - EDGE);
    const above = EDGE - at.last;
    if (below > 0) window.scrollBy(0, Math.min(below, EDGE) / 4);
    else if (above > 0) window.scrollBy(0, -Math.min(above, EDGE) / 4);
    setDrag({ id: at.id, to: placeAt(at.id, at.last) });
    frame.current = requestAnimationFrame(() => scrollRef.current?.());
  }, [placeAt]);
  useEffect(() => {
    scrollRef.current = scroll;
  }, [scroll]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const itemRef = useCallback(
    (id: string): RefCallback<HTMLElement> =>
      (element) => {
        if (element) items.current.set(id, element);
        else items.current.delete(id);
      },
    [],
  );

  const handleProps = (id: string) => ({
    ref: (element: HTMLElement | null) => {
      if (element) handles.current.set(id, element);
      else handles.current.delete(id);
    },
    "aria-pressed": grabbed?.id === id,
    onKeyDown(event: KeyboardEvent) {
      const at = order.current.indexOf(id);
      const held = grabbed?.id === id;
      if (event.key === " " || (event.key === "Enter" && held)) {
        event.preventDefault();
        setGrabbed(held ? null : { id, from: at });
        latest.current.onNews(held ? "dropped" : "grabbed", id, at);
        return;
      }
      if (!held) return;
      const last = order.current.length - 1;
      const to = { ArrowUp: at - 1, ArrowLeft: at - 1, ArrowDown: at + 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        setGrabbed(null);
        if (at !== grabbed.from) {
          carrying.current = id;
          latest.current.onMove(id, grabbed.from);
        }
        latest.current.onNews("cancelled", id, grabbed.from);
      } else if (to !== undefined) {
        event.preventDefault();
        if (to < 0 || to > last || to === at) return;
        carrying.current = id;
        latest.current.onMove(id, to);
        latest.current.onNews("moved", id, to);
      } else if (event.key === "Tab") {
        setGrabbed(null);
        latest.current.onNews("dropped", id, at);
      }
    },
    onBlur() {
      if (carrying.current === id) return;
      if (grabbed?.id === id) setGrabbed(null);
    },
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      pointer.current = { id, y: event.clientY, active: false, last: event.clientY };
    },
    onPointerMove(event: PointerEvent) {
      const at = pointer.current;
      if (at?.id !== id) return;
      at.last = event.clientY;
      if (!at.active && Math.abs(event.clientY - at.y) > SLACK) {
        at.active = true;
        frame.current = requestAnimationFrame(() => scrollRef.current?.());
      }
      if (at.active) setDrag({ id, to: placeAt(id, event.clientY) });
    },
    onPointerUp(event: PointerEvent) {
      const at = pointer.current;
      if (at?.id !== id) return;
      const to = placeAt(id, event.clientY);
      stopDrag();
      if (!at.active) return;
      if (to !== order.current.indexOf(id)) latest.current.onMove(id, to);
      latest.current.onNews("dropped", id, to);
    },
    onPointerCancel: stopDrag,
    onLostPointerCapture: stopDrag,
  });

  /** Return where to draw the drop line: before the part at this position, or null. */
  const lineBefore = ((): number | null => {
    if (!drag) return null;
    const at = ids.indexOf(drag.id);
    return drag.to === at ? null : drag.to < at ? drag.to : drag.to + 1;
  })();

  return { grabbed: grabbed?.id ?? null, dragged: drag?.id ?? null, lineBefore, itemRef, handleProps };
}
