import { getTranslations } from "next-intl/server";
import { cn } from "@/lib/cn";
import { changedRange, type FieldChange, compareSnapshots, type SnapshotField } from "../snapshot";

const TEXT = "break-words whitespace-pre-wrap";

/** Original texts, never rendered as HTML. */
export async function SnapshotFields({ fields }: { fields: readonly SnapshotField[] }) {
  const t = await getTranslations("admin");
  return (
    <dl className="divide-y divide-line border-y border-line">
      {fields.map(({ key, name, of, text, mono }) => (
        <div key={key} className="py-3">
          <dt className="text-sm text-muted">
            {t(`case.fields.${name}`)} {of === null ? null : <span className="text-ink">{of}</span>}
          </dt>
          <dd className={cn(TEXT, mono && "font-mono text-sm")}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Compare the reported texts with the current ones; equal texts appear once. */
export async function SnapshotDiff({ then, now }: { then: readonly SnapshotField[]; now: readonly SnapshotField[] }) {
  const t = await getTranslations("admin");
  const found = compareSnapshots(then, now);
  return (
    <div className="divide-y divide-line border-y border-line">
      <div className="hidden gap-6 py-2 text-sm font-medium md:grid md:grid-cols-2" aria-hidden="true">
        <span>{t("case.then")}</span>
        <span>{t("case.now")}</span>
      </div>
      {found.map((pair) => (
        <section key={pair.key} className="py-3">
          <h3 className="text-sm text-muted">
            {t(`case.fields.${pair.name}`)} {pair.of === null ? null : <span className="text-ink">{pair.of}</span>}
            {pair.same ? <span> · {t("case.unchanged")}</span> : null}
          </h3>
          {pair.same ? (
            <p className={cn(TEXT, "md:max-w-[calc(50%-0.75rem)]", pair.mono && "font-mono text-sm")}>{pair.then}</p>
          ) : (
            <Changed pair={pair} words={{ then: t("case.then"), now: t("case.now"), absent: t("case.absent") }} />
          )}
        </section>
      ))}
    </div>
  );
}

function Changed({ pair, words }: { pair: FieldChange; words: { then: string; now: string; absent: string } }) {
  const { head, then, now, tail } = changedRange(pair.then ?? "", pair.now ?? "");
  const look = cn(TEXT, pair.mono && "font-mono text-sm");
  const mark = "box-decoration-clone rounded-xs";
  return (
    <div className="mt-1 grid gap-x-6 gap-y-3 md:grid-cols-2">
      <div>
        <h4 className="text-sm font-medium md:sr-only">{words.then}</h4>
        {pair.then === null ? (
          <p className="text-muted">{words.absent}</p>
        ) : (
          <p className={look}>
            {head}
            {then === "" ? null : <del className={cn(mark, "bg-removed text-removed-ink no-underline")}>{then}</del>}
            {tail}
          </p>
        )}
      </div>
      <div>
        <h4 className="text-sm font-medium md:sr-only">{words.now}</h4>
        {pair.now === null ? (
          <p className="text-muted">{words.absent}</p>
        ) : (
          <p className={look}>
            {head}
            {now === "" ? null : <ins className={cn(mark, "bg-added text-added-ink no-underline")}>{now}</ins>}
            {tail}
          </p>
        )}
      </div>
    </div>
  );
}
