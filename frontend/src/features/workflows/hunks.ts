import type { components } from "@/lib/api/schema";

type Hunk = components["schemas"]["Hunk"];

/** Lines that stay visible at both ends of a long unchanged part. */
const AROUND = 3;
const LONG = 12;

/** Fold a long unchanged text; null if it is short. */
export function fold(text: string, follows: boolean, precedes: boolean) {
  const lines = text.split(/(?<=\n)/);
  if (lines.length <= LONG) return null;
  const head = follows ? AROUND : 0;
  const tail = precedes ? AROUND : 0;
  const middle = lines.slice(head, lines.length - tail);
  return {
    before: lines.slice(0, head).join(""),
    middle: middle.join(""),
    after: tail === 0 ? "" : lines.slice(-tail).join(""),
    count: middle.length,
  };
}

/**
 * Tidy up a diff: punctuation that both sides of a change start or end with is unchanged. If `}}.` became `}}, in
 * short.`, only `, in short` is new. Without inserts it still yields the old text, without deletes the new one.
 */
export function tidied(hunks: readonly Hunk[]): Hunk[] {
  const found: Hunk[] = [];
  const add = (op: Hunk["op"], text: string) => {
    const last = found.at(-1);
    if (text === "") return;
    if (last?.op === op) found[found.length - 1] = { op, text: last.text + text };
    else found.push({ op, text });
  };
  for (let at = 0; at < hunks.length; at += 1) {
    const hunk = hunks[at];
    const next = hunks[at + 1];
    if (hunk === undefined) break;
    if (hunk.op !== "delete" || next?.op !== "insert") {
      add(hunk.op, hunk.text);
      continue;
    }
    const [was, now] = [[...hunk.text], [...next.text]];
    const shorter = Math.min(was.length, now.length);
    let head = 0;
    while (head < shorter && was[head] === now[head] && isSign(was[head])) head += 1;
    let tail = 0;
    while (
      tail < shorter - head &&
      was[was.length - 1 - tail] === now[now.length - 1 - tail] &&
      isSign(was[was.length - 1 - tail])
    ) {
      tail += 1;
    }
    add("equal", was.slice(0, head).join(""));
    add("delete", was.slice(head, was.length - tail).join(""));
    add("insert", now.slice(head, now.length - tail).join(""));
    add("equal", was.slice(was.length - tail).join(""));
    at += 1;
  }
  return found;
}

function isSign(character: string | undefined): boolean {
  return character !== undefined && !/[\p{L}\p{N}_]/u.test(character);
}
