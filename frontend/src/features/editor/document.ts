import {
  type Content,
  isName,
  keyFor,
  LIMITS,
  newStep,
  newVariable,
  same,
  type Step,
  type Variable,
} from "./content";
import { renameSlots } from "./names";

/**
 * The edited document with undo history. Its parts have local ids, so that a moved or renamed part keeps its element
 * and focus.
 */
export type DocStep = Step & { id: string; /** The key follows the title until a version contains the step. */ fresh?: boolean };
export type DocVariable = Variable & { id: string };

export interface Doc {
  steps: DocStep[];
  variables: DocVariable[];
}

export interface EditorState {
  doc: Doc;
  past: Doc[];
  future: Doc[];
  /** Subject and time of the last edit: continuous typing in one field is one undo step. */
  last: { about: string; at: number } | null;
  /** The part to focus after an action. `n` makes each request unique. */
  focus: { id: string; field: string; n: number } | null;
}

export type Action = { at?: number } & (
  | { type: "replace"; content: Content; undoable?: boolean }
  | { type: "addStep"; after?: string | null; fields?: Partial<Step> }
  | { type: "addSteps"; steps: Partial<Step>[]; variables: Partial<Variable>[]; instead: boolean }
  | { type: "duplicateStep"; id: string }
  | { type: "removeStep"; id: string }
  | { type: "moveStep"; id: string; to: number }
  | { type: "editStep"; id: string; fields: Partial<Step> }
  | { type: "renameOutput"; id: string; name: string | null }
  | { type: "addVariable"; name: string; fields?: Partial<Variable>; focus?: boolean }
  | { type: "removeVariable"; id: string }
  | { type: "moveVariable"; id: string; to: number }
  | { type: "editVariable"; id: string; fields: Partial<Variable> }
  | { type: "renameVariable"; id: string; name: string }
  | { type: "undo" }
  | { type: "redo" }
);

export const MAX_UNDO = 100;
/** Edits of a field within this many milliseconds are one undo step. */
export const TYPING = 1_500;

let counter = 0;

/** Local ids, never sent to the API. */
function newId(): string {
  counter += 1;
  return `n${counter}`;
}

export function docOf(content: Content, before?: Doc): Doc {
  // Keep the element of a part with the same key or name.
  const steps = new Map(before?.steps.map((step) => [step.key, step.id]));
  const variables = new Map(before?.variables.map((variable) => [variable.name, variable.id]));
  const take = (ids: Map<string, string>, key: string): string => {
    const id = ids.get(key) ?? newId();
    ids.delete(key);
    return id;
  };
  return {
    steps: content.steps.map((step) => ({ ...step, id: take(steps, step.key) })),
    variables: content.variables.map((variable) => ({ ...variable, id: take(variables, variable.name) })),
  };
}

export function contentOf(doc: Doc): Content {
  return {
    variables: doc.variables.map(({ id: _id, ...variable }) => variable),
    steps: doc.steps.map(({ id: _id, fresh: _fresh, ...step }) => step),
  };
}

export function initialState(content: Content): EditorState {
  // By position: server and browser must render the same ids.
  const doc: Doc = {
    steps: content.steps.map((step, at) => ({ ...step, id: `s${at}` })),
    variables: content.variables.map((variable, at) => ({ ...variable, id: `v${at}` })),
  };
  return { doc, past: [], future: [], last: null, focus: null };
}

export function reduce(state: EditorState, action: Action): EditorState {
  const at = action.at ?? Date.now();
  switch (action.type) {
    case "undo": {
      const doc = state.past.at(-1);
      if (!doc) return state;
      return { ...state, doc, past: state.past.slice(0, -1), future: [state.doc, ...state.future], last: null };
    }
    case "redo": {
      const [doc, ...future] = state.future;
      if (!doc) return state;
      return { ...state, doc, past: [...state.past, state.doc], future, last: null };
    }
    case "replace": {
      const doc = docOf(action.content, state.doc);
      if (same(contentOf(doc), contentOf(state.doc))) return state;
      return action.undoable === false ? { ...state, doc, past: [], future: [], last: null } : commit(state, doc, "", at);
    }
    default: {
      const [doc, about, focus] = edit(state.doc, action);
      if (doc === state.doc) return state;
      const next = commit(state, doc, about, at);
      return focus ? { ...next, focus: { ...focus, n: (state.focus?.n ?? 0) + 1 } } : next;
    }
  }
}

function commit(state: EditorState, doc: Doc, about: string, at: number): EditorState {
  const goesOn = about !== "" && state.last?.about === about && at - state.last.at < TYPING && state.past.length > 0;
  return {
    ...state,
    doc,
    past: goesOn ? state.past : [...state.past, state.doc].slice(-MAX_UNDO),
    future: [],
    last: { about, at },
  };
}

type Focus = { id: string; field: string };
type Edited = [doc: Doc, about: string, focus?: Focus];

function edit(doc: Doc, action: Exclude<Action, { type: "undo" | "redo" | "replace" }>): Edited {
  switch (action.type) {
    case "addStep": {
      if (doc.steps.length >= LIMITS.steps) return [doc, ""];
      const step = freshStep(doc.steps, action.fields ?? {});
      const after = action.after ? doc.steps.findIndex((other) => other.id === action.after) : doc.steps.length - 1;
      const steps = [...doc.steps.slice(0, after + 1), step, ...doc.steps.slice(after + 1)];
      return [{ ...doc, steps }, "", { id: step.id, field: "title" }];
    }
    case "addSteps": {
      const steps = action.instead ? [] : [...doc.steps];
      let first: DocStep | undefined;
      for (const fields of action.steps) {
        if (steps.length >= LIMITS.steps) break;
        const step = freshStep(steps, fields);
        first ??= step;
        steps.push(step);
      }
      const taken = namesOf({ ...doc, steps });
      const variables = [...doc.variables];
      for (const fields of action.variables) {
        if (!fields.name || taken.has(fields.name) || variables.length >= LIMITS.variables) continue;
        taken.add(fields.name);
        variables.push({ ...newVariable(fields.name, fields), id: newId() });
      }
      if (!first) return [doc, ""];
      return [{ steps, variables }, "", { id: first.id, field: "title" }];
    }
    case "duplicateStep": {
      const at = doc.steps.findIndex((step) => step.id === action.id);
      const step = doc.steps[at];
      if (!step || doc.steps.length >= LIMITS.steps) return [doc, ""];
      // Two steps cannot have the same answer name.
      const { id: _id, ...fields } = step;
      const copy = { ...freshStep(doc.steps, { ...fields, output: null }), fresh: true };
      const steps = [...doc.steps.slice(0, at + 1), copy, ...doc.steps.slice(at + 1)];
      return [{ ...doc, steps }, "", { id: copy.id, field: "title" }];
    }
    case "removeStep": {
      const at = doc.steps.findIndex((step) => step.id === action.id);
      if (at < 0) return [doc, ""];
      const steps = doc.steps.filter((step) => step.id !== action.id);
      const next = steps[at] ?? steps[at - 1];
      return [{ ...doc, steps }, "", next && { id: next.id, field: "title" }];
    }
    case "moveStep": {
      const steps = moved(doc.steps, action.id, action.to);
      return steps ? [{ ...doc, steps }, `move:${action.id}`] : [doc, ""];
    }
    case "editStep": {
      const about = `step:${action.id}:${Object.keys(action.fields).join()}`;
      let changed = false;
      const steps = doc.steps.map((step) => {
        if (step.id !== action.id || isWithin(step, action.fields)) return step;
        changed = true;
        const next: DocStep = { ...step, ...action.fields };
        if (action.fields.key !== undefined) next.fresh = false;
        else if (step.fresh && action.fields.title !== undefined) {
          const others = doc.steps.filter((other) => other.id !== step.id).map((other) => other.key);
          next.key = keyFor(next.title, others);
        }
        return next;
      });
      return changed ? [{ ...doc, steps }, about] : [doc, ""];
    }
    case "renameOutput": {
      const at = doc.steps.findIndex((step) => step.id === action.id);
      const step = doc.steps[at];
      if (!step || step.output === action.name) return [doc, ""];
      const { output: from } = step;
      const to = action.name;
      // Rename in templates only if no other field or answer has this name.
      const alone = from !== null && !doc.variables.some((v) => v.name === from) && !doc.steps.some((other) => other !== step && other.output === from);
      const free = to !== null && isName(to) && !namesOf(doc).has(to);
      const steps = doc.steps.map((other, place) => {
        if (other === step) return { ...step, output: to };
        if (place < at || !alone || !free || from === null || to === null) return other;
        return withTemplate(other, renameSlots(other.template, from, to));
      });
      return [{ ...doc, steps }, `output:${action.id}`];
    }
    case "addVariable": {
      if (doc.variables.length >= LIMITS.variables || namesOf(doc).has(action.name)) return [doc, ""];
      const variable: DocVariable = { ...newVariable(action.name, action.fields), id: newId() };
      const focus = action.focus ? { id: variable.id, field: "name" } : undefined;
      return [{ ...doc, variables: [...doc.variables, variable] }, "", focus];
    }
    case "removeVariable": {
      const variables = doc.variables.filter((variable) => variable.id !== action.id);
      return variables.length === doc.variables.length ? [doc, ""] : [{ ...doc, variables }, ""];
    }
    case "moveVariable": {
      const variables = moved(doc.variables, action.id, action.to);
      return variables ? [{ ...doc, variables }, `move:${action.id}`] : [doc, ""];
    }
    case "editVariable": {
      const about = `variable:${action.id}:${Object.keys(action.fields).join()}`;
      let changed = false;
      const variables = doc.variables.map((variable) => {
        if (variable.id !== action.id || isWithin(variable, action.fields)) return variable;
        changed = true;
        return { ...variable, ...action.fields };
      });
      return changed ? [{ ...doc, variables }, about] : [doc, ""];
    }
    case "renameVariable": {
      const variable = doc.variables.find((other) => other.id === action.id);
      if (!variable || variable.name === action.name || nameProblem(doc, action.id, action.name)) return [doc, ""];
      const alone = !doc.variables.some((other) => other !== variable && other.name === variable.name);
      const variables = doc.variables.map((other) => (other === variable ? { ...other, name: action.name } : other));
      const steps = alone
        ? doc.steps.map((step) => withTemplate(step, renameSlots(step.template, variable.name, action.name)))
        : doc.steps;
      return [{ variables, steps }, `rename:${action.id}`];
    }
  }
}

/** Return why a field (or, with a step's id, an answer) cannot have this name, or null. */
export function nameProblem(doc: Doc, id: string, name: string): "bad" | "taken" | null {
  if (!isName(name)) return "bad";
  const taken =
    doc.variables.some((variable) => variable.id !== id && variable.name === name) ||
    doc.steps.some((step) => step.id !== id && step.output === name);
  return taken ? "taken" : null;
}

/** Return an unused name such as `variable_2`. */
export function freeName(doc: Doc, base: string): string {
  const taken = namesOf(doc);
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) if (!taken.has(`${base}_${number}`)) return `${base}_${number}`;
}

function namesOf(doc: Doc): Set<string> {
  const names = new Set(doc.variables.map((variable) => variable.name));
  for (const step of doc.steps) if (step.output) names.add(step.output);
  return names;
}

function freshStep(steps: readonly DocStep[], fields: Partial<Step>): DocStep {
  const { key: _key, ...rest } = fields;
  const key = keyFor(
    fields.title ?? "",
    steps.map((step) => step.key),
  );
  return { ...newStep(key, rest), id: newId(), fresh: true };
}

function withTemplate(step: DocStep, template: string): DocStep {
  return template === step.template ? step : { ...step, template };
}

function isWithin<T extends object>(part: T, fields: Partial<T>): boolean {
  return (Object.keys(fields) as (keyof T)[]).every((name) => same(part[name], fields[name]));
}

function moved<T extends { id: string }>(parts: readonly T[], id: string, to: number): T[] | null {
  const from = parts.findIndex((part) => part.id === id);
  const part = parts[from];
  const target = Math.max(0, Math.min(parts.length - 1, to));
  if (!part || from === target) return null;
  const rest = parts.filter((other) => other.id !== id);
  return [...rest.slice(0, target), part, ...rest.slice(target)];
}
