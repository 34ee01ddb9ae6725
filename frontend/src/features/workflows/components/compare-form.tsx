import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { type Address, workflowPath } from "../paths";
import type { VersionSummary } from "../api";

/** Choose two versions to compare; a plain form that works without scripts. */
export async function CompareForm({
  address,
  versions,
  from,
  to,
}: {
  address: Address;
  versions: readonly VersionSummary[];
  from: string | undefined;
  to: string;
}) {
  const t = await getTranslations("workflows.diff");
  const newest = versions[0]?.number;
  if (newest === undefined) return null;
  return (
    <form action={workflowPath(address, "diff")} className="grid w-full grid-cols-2 items-end gap-3 sm:flex sm:w-auto">
      <Side
        id="from"
        label={t("from")}
        value={from ?? String(versions[1]?.number ?? newest)}
        versions={versions}
        word={(number) => t("version", { number })}
      />
      <Side
        id="to"
        label={t("to")}
        value={to === "latest" ? String(newest) : to}
        versions={versions}
        word={(number) => t("version", { number })}
      />
      <Button type="submit" className="max-sm:col-span-2">{t("compare")}</Button>
    </form>
  );
}

function Side({
  id,
  label,
  value,
  versions,
  word,
}: {
  id: "from" | "to";
  label: string;
  value: string;
  versions: readonly VersionSummary[];
  word: (number: number) => string;
}) {
  const isListed = versions.some((version) => String(version.number) === value);
  return (
    <div className="min-w-0 space-y-1">
      <Label htmlFor={`compare-${id}`}>{label}</Label>
      <Select id={`compare-${id}`} name={id} defaultValue={value} key={value} className="sm:max-w-56">
        {!isListed && <option value={value}>{value}</option>}
        {versions.map((version) => (
          <option key={version.number} value={version.number}>
            {[word(version.number), ...version.labels].join(" · ")}
          </option>
        ))}
      </Select>
    </div>
  );
}
