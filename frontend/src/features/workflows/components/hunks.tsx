import { getTranslations } from "next-intl/server";
import type { components } from "@/lib/api/schema";
import { fold, tidied } from "../hunks";

type Hunk = components["schemas"]["Hunk"];

/** A text with insertions and deletions by word, marked by more than colour. */
export async function TextHunks({ hunks }: { hunks: readonly Hunk[] }) {
  const t = await getTranslations("workflows.diff");
  const shown = tidied(hunks);
  return (
    <div className="font-mono text-sm leading-relaxed break-words whitespace-pre-wrap">
      {shown.map((hunk, at) => {
        if (hunk.op === "insert") {
          return (
            <ins key={at} className="rounded-xs bg-added text-added-ink underline decoration-1 underline-offset-2">
              <span className="sr-only">{` [${t("insertedText")}] `}</span>
              {hunk.text}
            </ins>
          );
        }
        if (hunk.op === "delete") {
          return (
            <del key={at} className="rounded-xs bg-removed text-removed-ink line-through">
              <span className="sr-only">{` [${t("deletedText")}] `}</span>
              {hunk.text}
            </del>
          );
        }
        const folded = fold(hunk.text, at > 0, at < shown.length - 1);
        if (folded === null) return hunk.text;
        return (
          <div key={at} className="contents">
            {folded.before}
            <details className="my-1 rounded-sm border border-dashed border-line">
              <summary className="min-h-10 list-none px-2 py-2 font-sans text-xs text-muted sm:min-h-0 sm:py-1">
                {t("unchangedLines", { count: folded.count })}
              </summary>
              <div className="px-2 pb-1">{folded.middle}</div>
            </details>
            {folded.after}
          </div>
        );
      })}
    </div>
  );
}

/** A list, such as a field's choices, with additions and removals. */
export async function ItemHunks({ hunks }: { hunks: readonly Hunk[] }) {
  const t = await getTranslations("workflows.diff");
  return (
    <ul className="space-y-1 text-sm">
      {hunks.map((hunk, at) => (
        <li key={at} className="flex gap-2">
          <span aria-hidden className="w-3 font-mono text-muted">
            {hunk.op === "insert" ? "+" : hunk.op === "delete" ? "−" : ""}
          </span>
          {hunk.op === "insert" ? (
            <ins className="rounded-xs bg-added px-1 text-added-ink no-underline">
              <span className="sr-only">{`[${t("insertedText")}] `}</span>
              {hunk.text}
            </ins>
          ) : hunk.op === "delete" ? (
            <del className="rounded-xs bg-removed px-1 text-removed-ink">
              <span className="sr-only">{`[${t("deletedText")}] `}</span>
              {hunk.text}
            </del>
          ) : (
            <span className="px-1">{hunk.text}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
