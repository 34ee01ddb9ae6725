import { Check, ChevronDown } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Menu, MenuItem } from "@/components/ui/menu";
import { cn } from "@/lib/cn";
import { type Address, diffPath, versionPath, workflowPath } from "../paths";
import type { Version, VersionSummary } from "../api";

/** The shown version with a list of others that opens without scripts. */
export async function VersionPicker({
  address,
  version,
  versions,
  newest,
}: {
  address: Address;
  version: Version;
  versions: readonly VersionSummary[];
  newest: number;
}) {
  const t = await getTranslations("workflows.picker");
  return (
    <Menu
      align="start"
      className={buttonClass({ size: "small", className: "group" })}
      trigger={
        <>
          {t("current", { number: version.number })}
          <Marks labels={version.labels} isNewest={version.number === newest} newest={t("newest")} />
          <ChevronDown aria-hidden="true" className="text-muted" />
        </>
      }
    >
      {versions.map((one) => (
        <MenuItem key={one.number}>
          <Link
            href={versionPath(address, one.number === newest ? "latest" : one.number)}
            aria-current={one.number === version.number ? "true" : undefined}
            className="flex min-h-11 w-80 max-w-[calc(100vw-2rem)] items-start gap-2 px-3 py-2 text-sm hover:bg-sunken"
          >
            <Check
              aria-hidden="true"
              className={cn("mt-0.5 size-4 shrink-0 text-accent", one.number !== version.number && "invisible")}
            />
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium">{t("current", { number: one.number })}</span>
                <Marks labels={one.labels} isNewest={one.number === newest} newest={t("newest")} />
                <span className="ms-auto text-xs text-muted">
                  <RelativeTime iso={one.created_at} />
                </span>
              </span>
              {one.changelog && <span className="line-clamp-2 text-muted">{one.changelog}</span>}
            </span>
          </Link>
        </MenuItem>
      ))}
      <MenuItem separated>
        <Link
          href={workflowPath(address, "versions")}
          className="flex min-h-11 items-center px-3 text-sm text-accent hover:bg-sunken"
        >
          {t("all")}
        </Link>
      </MenuItem>
    </Menu>
  );
}

/** Labels of a version, and whether it is the newest. */
export function Marks({ labels, isNewest, newest }: { labels: readonly string[]; isNewest: boolean; newest: string }) {
  return (
    <>
      {labels.map((label) => (
        <span key={label} className="rounded bg-accent-soft px-1.5 font-mono text-xs text-accent-strong">
          {label}
        </span>
      ))}
      {isNewest && <span className="text-xs text-muted">{newest}</span>}
    </>
  );
}

/** Author, time and version notes of the shown version, and a notice if it is not the newest. */
export async function VersionNote({ address, version, newest }: { address: Address; version: Version; newest: number }) {
  const t = await getTranslations("workflows.picker");
  return (
    <div className="space-y-2 text-sm">
      {version.number !== newest && (
        <Alert look="warn">
          {t("olderNotice", { number: version.number, newest })}{" "}
          <Link href={versionPath(address, "latest")} className="link">
            {t("toNewest")}
          </Link>
          {" · "}
          <Link href={diffPath(address, version.number, newest)} className="link">
            {t("whatChanged")}
          </Link>
        </Alert>
      )}
      <p className="text-muted">
        {t.rich("savedBy", {
          number: version.number,
          name: version.author.display_name || version.author.handle,
          maker: (chunks) => (
            <Link href={`/makers/${encodeURIComponent(version.author.handle)}`} className="link">
              {chunks}
            </Link>
          ),
          time: () => <RelativeTime iso={version.created_at} />,
        })}
      </p>
      {version.changelog && <p className="max-w-prose break-words whitespace-pre-line">{version.changelog}</p>}
    </div>
  );
}
