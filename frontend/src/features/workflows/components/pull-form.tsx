"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { FormOutcome } from "@/components/form-outcome";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { ApiError, browserApi, problemMessage } from "@/lib/api/browser";
import { usePersistedState } from "@/lib/persisted-state";
import { useRetry } from "@/lib/retry";
import { useSubmissionKey } from "@/lib/submission-key";
import { toast } from "@/lib/toast";
import { type Address, diffPath, workflowPath } from "../paths";
import {
  type Conflict,
  conflictAt,
  type ConflictGroup,
  type Decision,
  grouped,
  resolutionsOf,
  textOfValue,
  UNDECIDED,
} from "../conflicts";
import { ConflictField } from "./conflict-field";

const ONE = "/api/v1/projects/{handle}/{slug}/workflows/{workflow}";

/** Conflicts of a pull, and the versions they are between. */
export interface Collision {
  to: number;
  onto: number;
  conflicts: readonly Conflict[];
}

type Decisions = Record<string, Decision>;

/** Pull updates from the original, with a choice for each conflict. */
export function PullForm({
  workflowId,
  address,
  titles,
  first,
}: {
  workflowId: string;
  address: Address;
  /** Titles of steps and fields: `step:<key>`, `variable:<name>`. */
  titles: Readonly<Record<string, string>>;
  first: Collision;
}) {
  const t = useTranslations("workflow_acts.pull");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { run, waiting } = useRetry();
  const [collision, setCollision] = useState(first);
  const [decisions, setDecisions, kept] = usePersistedState<Decisions>(`pull:${workflowId}`, {});
  const [changelog, setChangelog] = useState("");
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [invalid, setInvalid] = useState<readonly string[]>([]);
  const withKey = useSubmissionKey();
  const top = useRef<HTMLDivElement>(null);
  const count = useId();

  const { conflicts, to, onto } = collision;
  const groups = grouped(conflicts);
  const done = conflicts.filter((conflict) => decisions[conflict.id]?.take).length;

  function decide(conflict: Conflict, change: Partial<Decision>) {
    setDecisions((before) => {
      const was = before[conflict.id] ?? { ...UNDECIDED, text: textOfValue(conflict.ours) };
      return { ...before, [conflict.id]: { ...was, ...change } };
    });
    setWrong(({ [conflict.id]: _, ...rest }) => rest);
  }

  function decideAll(take: "ours" | "theirs") {
    setDecisions((before) =>
      Object.fromEntries(
        conflicts.map((conflict) => [
          conflict.id,
          { ...(before[conflict.id] ?? { ...UNDECIDED, text: textOfValue(conflict.ours) }), take },
        ]),
      ),
    );
    setWrong({});
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setProblem(null);
    setNotice(null);
    setInvalid([]);
    const resolutions = resolutionsOf(conflicts, decisions);
    if (resolutions === null) {
      setProblem(t("undecided"));
      const open = conflicts.find((conflict) => !decisions[conflict.id]?.take);
      if (open) document.getElementById(anchorOf(open))?.scrollIntoView({ block: "center" });
      return;
    }
    setBusy(true);
    try {
      const { data, response } = await withKey({ to, onto, resolutions, changelog: changelog.trim() }, (body, header) =>
        run(() => browserApi.POST(`${ONE}/pull`, { params: { path: address, header }, body })),
      );
      kept.drop();
      if (response.status === 200 || !data) {
        toast(t("nothing"));
        router.push(workflowPath(address));
        return;
      }
      const draft = data.draft === "merged" ? t("draftMerged") : data.draft === "kept" ? t("draftKept") : "";
      toast(`${t("done", { number: data.saved.number })} ${draft}`.trim());
      router.push(diffPath(address, onto, data.saved.number));
    } catch (error) {
      setBusy(false);
      await explain(error);
    }
  }

  async function explain(error: unknown) {
    if (!(error instanceof ApiError)) throw error;
    const told = error.problem as unknown as Collision & { more_conflicts?: number };
    // A problem contains the first conflicts only; the upstream lists all.
    const incomplete = error.code === "pull_conflicts" && (told.more_conflicts ?? 0) > 0;
    if (error.code === "pull_conflicts" && !incomplete) {
      setCollision({ to: told.to, onto: told.onto, conflicts: told.conflicts });
      setNotice(t("moved"));
    } else if (incomplete || error.code === "head_moved" || error.errors.some(({ code }) => code === "no_such_conflict")) {
      const { data } = await run(() => browserApi.GET(`${ONE}/upstream`, { params: { path: address } }));
      if (data?.source) {
        setCollision({ to: data.source.head_number, onto: data.head_number, conflicts: data.conflicts });
      }
      setNotice(t("moved"));
    } else {
      const at: Record<string, string> = {};
      const elsewhere: string[] = [];
      for (const { pointer, message } of error.errors) {
        const conflict = conflictAt(pointer);
        if (conflict === null) elsewhere.push(message);
        else at[conflict] ??= message;
      }
      setWrong(at);
      setInvalid(elsewhere);
      if (error.errors.length === 0) setProblem(problemMessage(error, errors));
    }
    top.current?.scrollIntoView({ block: "start" });
  }

  return (
    <form onSubmit={submit} className="space-y-6">
      <div ref={top} className="space-y-4">
        <p className="max-w-prose">{t("preview", { number: onto, next: onto + 1 })}</p>
        {notice && (
          <Alert look="warn" live>
            {notice}
          </Alert>
        )}
        {invalid.length > 0 && (
          <Alert look="danger" live title={t("problems")}>
            <p>{t("problemsText")}</p>
            <ul className="mt-1 list-disc ps-5">
              {invalid.map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </Alert>
        )}
        {conflicts.length === 0 ? (
          <p className="font-medium">{t("noConflicts")}</p>
        ) : (
          <div className="flex flex-wrap items-end justify-between gap-3">
            <div>
              <h2 className="text-lg font-semibold" id={count}>
                {t("conflicts", { count: conflicts.length })}
              </h2>
              <p className="text-muted">{t("conflictsText")}</p>
            </div>
            <div className="flex flex-wrap gap-2">
              <Button size="small" onClick={() => decideAll("ours")}>
                {t("allMine")}
              </Button>
              <Button size="small" onClick={() => decideAll("theirs")}>
                {t("allTheirs")}
              </Button>
            </div>
          </div>
        )}
      </div>
      {groups.length > 0 && (
        <ol className="thread" aria-labelledby={count}>
          {groups.map((group) => (
            <li key={group.id} className="space-y-4 pt-1.5 pb-8">
              <h3 className="font-semibold break-words">{headingOf(group)}</h3>
              {group.conflicts.map((conflict) => (
                <ConflictField
                  key={conflict.id}
                  id={anchorOf(conflict)}
                  conflict={conflict}
                  decision={decisions[conflict.id] ?? { ...UNDECIDED, text: textOfValue(conflict.ours) }}
                  wrong={wrong[conflict.id] ?? null}
                  onDecide={(change) => decide(conflict, change)}
                />
              ))}
            </li>
          ))}
        </ol>
      )}
      <Field label={t("changelog")} hint={t("changelogHint")}>
        {(field) => (
          <Textarea
            {...field}
            rows={2}
            maxLength={2000}
            value={changelog}
            onChange={(event) => setChangelog(event.target.value)}
          />
        )}
      </Field>
      <FormOutcome problem={problem} waiting={waiting} />
      <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center gap-4 border-t border-line bg-paper px-1 py-3">
        <Button type="submit" look="primary" busy={busy}>
          {busy ? t("doing") : t("do")}
        </Button>
        {conflicts.length > 0 && (
          <span role="status" className="text-sm text-muted">
            {t("decided", { done, count: conflicts.length })}
          </span>
        )}
      </div>
    </form>
  );

  function headingOf(group: ConflictGroup): string {
    if (group.kind === "order") return group.key === "steps" ? t("orderSteps") : t("orderVariables");
    const title = titles[group.id] || group.key;
    return group.kind === "step" ? t("step", { title }) : t("variable", { name: title });
  }
}

function anchorOf(conflict: Conflict): string {
  return `conflict${conflict.id.replaceAll("/", "-")}`;
}
