import { cn } from "@/lib/cn";
import type { Segment } from "../template";

const LOOK: Record<Segment["kind"], string | undefined> = {
  text: undefined,
  value: "rounded-xs bg-accent-soft text-ink box-decoration-clone px-0.5 -mx-0.5",
  missing: "rounded-sm border border-dashed border-accent text-accent box-decoration-clone px-1",
  slot: "rounded-sm border border-line bg-raised text-muted box-decoration-clone px-1",
};

/** Text of a step as it is copied, with marks for values and empty fields. */
export function Prompt({ segments, className }: { segments: readonly Segment[]; className?: string }) {
  return (
    <pre
      className={cn("font-mono text-sm leading-relaxed break-words whitespace-pre-wrap", className)}
      data-testid="prompt"
    >
      {segments.map((segment, at) => {
        const look = LOOK[segment.kind];
        if (look === undefined || segment.text === "") return segment.text;
        return (
          <span key={at} className={look} title={segment.name} data-kind={segment.kind}>
            {segment.text}
          </span>
        );
      })}
    </pre>
  );
}

/** Name of a field or answer as it appears in templates. */
export function NameChip({ name, kind = "variable" }: { name: string; kind?: "variable" | "output" }) {
  return (
    <code
      title={name}
      className={cn(
        "inline-block max-w-full truncate rounded-sm border px-1 align-bottom font-mono text-[0.8125rem]",
        kind === "variable" ? "border-accent/40 text-accent" : "border-line bg-raised text-muted",
      )}
    >
      {kind === "variable" ? `{{${name}}}` : `⟦${name}⟧`}
    </code>
  );
}
