import { ArrowDown, ArrowUp, Minus, MoveVertical, PencilLine, Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import type { components } from "@/lib/api/schema";
import { fieldName, plainValue } from "../fields";
import { ItemHunks, TextHunks } from "./hunks";
import { NameChip } from "./prompt";

type Schemas = components["schemas"];
type ContentDiff = Schemas["DocumentDiff"];
type PartChange = Schemas["PartChange"];
type FieldChange = Schemas["FieldChange"];

/** Changes between two contents: steps, then fields. */
export async function DiffView({ changes, titles }: { changes: ContentDiff; titles: Readonly<Record<string, string>> }) {
  const t = await getTranslations("workflows.diff");
  const all = [...changes.steps, ...changes.variables];
  if (all.length === 0) return <p className="py-6 text-muted">{t("same")}</p>;
  const count = (kind: PartChange["kind"]) => all.filter((change) => change.kind === kind).length;
  return (
    <div className="space-y-8">
      <p className="text-sm text-muted">
        {t("summary", {
          added: count("added"),
          removed: count("removed"),
          changed: count("changed"),
          moved: all.filter((change) => change.moved).length,
        })}
      </p>
      {changes.variables.length > 0 && (
        <section className="space-y-3">
          <h2 className="text-lg font-semibold">{t("variables")}</h2>
          <ul className="space-y-4">
            {changes.variables.map((change) => (
              <li key={`${change.kind}:${change.key}`} className="rounded-md border border-line p-4">
                <Part change={change} name={<NameChip name={change.key} />} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {changes.steps.length > 0 && (
        <section className="space-y-3">
          <h2 className="text-lg font-semibold">{t("steps")}</h2>
          <ol className="thread">
            {changes.steps.map((change) => (
              <li key={`${change.kind}:${change.key}`} id={`step-${change.key}`} className="py-2">
                <Part
                  change={change}
                  name={<span className="font-semibold">{change.step?.title || titles[change.key] || change.key}</span>}
                />
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

const ICONS = { added: Plus, removed: Minus, changed: PencilLine, moved: MoveVertical };
const COLOURS = {
  added: "bg-added text-added-ink",
  removed: "bg-removed text-removed-ink",
  changed: "bg-accent-soft text-accent-strong",
  moved: "bg-sunken text-muted",
};

async function Part({ change, name }: { change: PartChange; name: ReactNode }) {
  const t = await getTranslations("workflows.diff");
  const Icon = ICONS[change.kind];
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="min-w-0 break-words">{name}</h3>
        <span className={cn("inline-flex items-center gap-1 rounded-sm px-1.5 py-0.5 text-xs", COLOURS[change.kind])}>
          <Icon aria-hidden className="size-3" />
          {t(change.kind)}
        </span>
        {change.moved && change.old_position !== null && change.new_position !== null && (
          <span className="inline-flex items-center gap-1 text-xs text-muted">
            {change.new_position < change.old_position ? (
              <ArrowUp aria-hidden className="size-3" />
            ) : (
              <ArrowDown aria-hidden className="size-3" />
            )}
            {t("movedFromTo", { from: change.old_position + 1, to: change.new_position + 1 })}
          </span>
        )}
      </div>
      {change.fields.map((field) => (
        <Field key={field.field} change={field} />
      ))}
      {(change.step ?? change.variable) && <Whole change={change} />}
    </div>
  );
}

async function Field({ change }: { change: FieldChange }) {
  const t = await getTranslations("workflows.diff");
  return (
    <div className="space-y-1">
      <h4 className="text-xs font-medium text-muted">{fieldName(change.field, t)}</h4>
      {change.hunks === null ? (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <del className="rounded-xs bg-removed px-1 break-words whitespace-pre-wrap text-removed-ink">
            <span className="sr-only">{`${t("was")}: `}</span>
            {plainValue(change.old, t)}
          </del>
          <span aria-hidden className="text-muted">
            →
          </span>
          <ins className="rounded-xs bg-added px-1 break-words whitespace-pre-wrap text-added-ink no-underline">
            <span className="sr-only">{`${t("now")}: `}</span>
            {plainValue(change.new, t)}
          </ins>
        </p>
      ) : change.field === "choices" ? (
        <ItemHunks hunks={change.hunks} />
      ) : (
        <div className="rounded-md border border-line bg-sunken p-3">
          <TextHunks hunks={change.hunks} />
        </div>
      )}
    </div>
  );
}

/** An added or removed step or field. */
async function Whole({ change }: { change: PartChange }) {
  const t = await getTranslations("workflows.diff");
  const { step, variable } = change;
  const op = change.kind === "removed" ? ("delete" as const) : ("insert" as const);
  const rows: [string, unknown][] = step
    ? [
        ["kind", step.kind === "manual" ? step.kind : null],
        ["tool", step.tool],
        ["model", step.model],
        ["output", step.output],
        ...Object.entries(step.parameters).map(([name, value]): [string, unknown] => [`parameters/${name}`, value]),
      ]
    : variable
      ? [
          ["type", variable.type],
          ["label", variable.label || null],
          ["description", variable.description || null],
          ["required", variable.required],
          ["default", variable.default],
          ["choices", variable.choices.length > 0 ? variable.choices : null],
          ["example", variable.example],
        ]
      : [];
  const told = rows.filter(([, value]) => value !== null);
  return (
    <div className="space-y-2">
      {step && (
        <div className="rounded-md border border-line bg-sunken p-3">
          <TextHunks hunks={[{ op, text: step.template }]} />
        </div>
      )}
      {told.length > 0 && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
          {told.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{fieldName(name, t)}</dt>
              <dd className="break-words whitespace-pre-wrap">{plainValue(value, t)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
