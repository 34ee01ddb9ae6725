"use client";

import { useCallback, useEffect, useMemo, useReducer, useRef, useState, type Dispatch } from "react";
import { useConnection } from "@/lib/connection";
import { draftPort, type WorkflowPlace } from "../api";
import { Autosave, type SaveState } from "../autosave";
import type { Content, Draft } from "../content";
import { type Action, contentOf, type Doc, type EditorState, initialState, reduce } from "../document";
import { recover, RecoveryStore } from "../recovery";
import type { Told, ToldOf } from "../problems";
import { thisTab } from "../tab-id";

/** Milliseconds between writes to local storage. */
const KEEP_EVERY = 250;

export interface Editing {
  state: EditorState;
  dispatch: Dispatch<Action>;
  save: SaveState<Content>;
  /** Findings of the service, with the text they are about. */
  told: readonly ToldOf[];
  /** Another maker whose newest text was loaded, if any. */
  arrived: { who: string; n: number } | null;
  /** Unsaved text from an earlier visit was restored. */
  restored: boolean;
  /** Show the problems of a rejected version. */
  tell: (told: readonly Told[]) => void;
  flush: () => Promise<boolean>;
  check: () => Promise<void>;
  retry: () => void;
  resolve: (content: Content) => void;
  /** Return the current content. */
  now: () => Content;
}

/** The document, its autosave, and its recovery copy in this browser. */
export function useEditor(place: WorkflowPlace, maker: { id: string; handle: string }, draft: Draft): Editing {
  const { id: makerId, handle: makerHandle } = maker;
  const [state, dispatch] = useReducer(reduce, draft.content, initialState);
  const [save, setSave] = useState<SaveState<Content>>({ kind: "saved" });
  const [answer, setAnswer] = useState<ToldOf>(() => ({ told: draft.findings, doc: state.doc }));
  const [refusal, setRefusal] = useState<ToldOf | null>(null);
  const [arrived, setArrived] = useState<Editing["arrived"]>(null);
  const [restored, setRestored] = useState(false);
  const connection = useConnection();

  const [autosave] = useState(
    () =>
      new Autosave<Content>({
        port: draftPort(place),
        base: { value: draft.content, version: draft.version },
      }),
  );
  const shelf = useRef<RecoveryStore | null>(null);
  const keeping = useRef<ReturnType<typeof setTimeout> | null>(null);
  /** Maps sent contents to their documents. */
  const [sentOf] = useState(() => new WeakMap<Content, Doc>());
  const doc = useRef(state.doc);
  /** Findings of a text that is about to become the document. */
  const pending = useRef<readonly Told[] | null>(null);

  const keep = useCallback(() => {
    if (keeping.current !== null) clearTimeout(keeping.current);
    keeping.current = null;
    const { state: status } = autosave;
    if (!autosave.lacks && status.kind !== "conflict") shelf.current?.drop();
    else {
      const base = status.kind === "conflict" ? status.base : autosave.saved;
      // Store the older version during a conflict, so that a reload finds the conflict again.
      shelf.current?.keep(contentOf(doc.current), base, status.kind === "conflict" ? -1 : autosave.version);
    }
  }, [autosave]);

  useEffect(() => {
    autosave.listen({
      onState: setSave,
      onSaved(saved, sent) {
        const { findings } = saved.extra as Draft;
        setAnswer({ told: findings, doc: sentOf.get(sent) ?? doc.current });
        keep();
      },
      onTheirs(theirs) {
        const { findings, updated_by: who } = theirs.extra as Draft;
        dispatch({ type: "replace", content: theirs.value });
        setArrived((before) => ({ who: who.handle === makerHandle ? "" : who.display_name || who.handle, n: (before?.n ?? 0) + 1 }));
        // Places refer to the document that this dispatch creates: apply them afterwards.
        pending.current = findings;
      },
    });
  }, [autosave, keep, makerHandle, sentOf]);

  // Send every change to autosave and the recovery store.
  useEffect(() => {
    doc.current = state.doc;
    if (pending.current) {
      setAnswer({ told: pending.current, doc: state.doc });
      pending.current = null;
    }
    const content = contentOf(state.doc);
    sentOf.set(content, state.doc);
    autosave.edit(content);
    keeping.current ??= setTimeout(keep, KEEP_EVERY);
  }, [state.doc, autosave, keep, sentOf]);

  // On load: get newer server text (after back navigation), then recover local text.
  useEffect(() => {
    let gone = false;
    autosave.start();
    void (async () => {
      const [tab] = await Promise.all([thisTab(), autosave.check()]);
      if (gone) return;
      const store = storage();
      const draftName = `${place.handle}/${place.slug}/${place.workflow}`.toLowerCase();
      shelf.current ??= new RecoveryStore(store, draftName, makerId, tab.id);
      const found = shelf.current.find(tab.isOpen);
      if (autosave.dirty || autosave.state.kind !== "saved") return; // the maker is already typing
      const recovery = recover(found, { content: autosave.saved, version: autosave.version });
      if (found && recovery.kind === "none") shelf.current.drop(found.tab);
      if (!found || recovery.kind === "none") return;
      if (recovery.kind === "conflict") autosave.collide(recovery.content, recovery.base);
      dispatch({ type: "replace", content: recovery.content });
      setRestored(true);
      if (found.tab !== tab.id) {
        shelf.current.keep(found.content, found.base, found.version);
        shelf.current.drop(found.tab);
      }
    })();
    return () => {
      gone = true;
    };
  }, [autosave, makerId, place.handle, place.slug, place.workflow]);

  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === "hidden") {
        keep();
        void autosave.flush();
      } else {
        autosave.wake();
        void autosave.check();
      }
    };
    const wake = () => {
      autosave.wake();
      void autosave.check();
    };
    const leave = (event: BeforeUnloadEvent) => {
      if (!autosave.dirty && autosave.state.kind === "saved") return;
      keep();
      event.preventDefault();
    };
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("online", wake);
    window.addEventListener("focus", wake);
    window.addEventListener("beforeunload", leave);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("online", wake);
      window.removeEventListener("focus", wake);
      window.removeEventListener("beforeunload", leave);
    };
  }, [autosave, keep]);

  // Navigation within the site: keep the text until it is saved.
  useEffect(
    () => () => {
      keep();
      void autosave.flush();
      autosave.stop();
    },
    [autosave, keep],
  );

  useEffect(() => {
    if (connection === "here") autosave.wake();
  }, [autosave, connection]);

  const tell = useCallback((told: readonly Told[]) => setRefusal({ told, doc: doc.current }), []);
  const flush = useCallback(() => autosave.flush(), [autosave]);
  const check = useCallback(() => autosave.check(), [autosave]);
  const retry = useCallback(() => void autosave.flush(), [autosave]);
  const resolve = useCallback(
    (content: Content) => {
      const { state: status } = autosave;
      autosave.resolve(content);
      // Record theirs in the undo history, so that no text is lost.
      if (status.kind === "conflict") dispatch({ type: "replace", content: status.theirs });
      dispatch({ type: "replace", content });
    },
    [autosave],
  );
  const now = useCallback(() => contentOf(doc.current), []);
  const told = useMemo(() => (refusal ? [answer, refusal] : [answer]), [answer, refusal]);

  return { state, dispatch, save, told, arrived, restored, tell, flush, check, retry, resolve, now };
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
