import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/lib/cn";
import { type Address, diffPath, versionPath } from "../paths";
import type { VersionSummary } from "../api";
import { VersionActions } from "./version-actions";
import { Marks } from "./version-picker";

/** A version in the list, a knot of the thread. */
export async function VersionRow({
  version,
  address,
  newest,
  labels,
  canEdit,
}: {
  version: VersionSummary;
  address: Address;
  newest: number;
  labels: Readonly<Record<string, number>>;
  canEdit: boolean;
}) {
  const t = await getTranslations("workflow_acts.versions");
  const { number } = version;
  const isNewest = number === newest;
  return (
    <li className={cn("pt-1.5 pb-6", isNewest && "thread-now")} id={`version-${number}`} data-testid="version">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <h3 className="font-semibold">
          <Link
            href={versionPath(address, isNewest ? "latest" : number)}
            className="inline-flex min-h-7 items-center hover:underline"
          >
            {t("number", { number })}
          </Link>
        </h3>
        {canEdit ? (
          isNewest && <span className="text-xs text-muted">{t("newest")}</span>
        ) : (
          <Marks labels={version.labels} isNewest={isNewest} newest={t("newest")} />
        )}
      </div>
      <p className="text-sm text-muted">
        <Link href={`/makers/${encodeURIComponent(version.author.handle)}`} className="inline-flex min-h-6 items-center hover:underline">
          {t("by", { maker: version.author.display_name || version.author.handle })}
        </Link>
        {", "}
        <RelativeTime iso={version.created_at} />
      </p>
      <p className={cn("mt-1 max-w-prose break-words whitespace-pre-line", !version.changelog && "text-muted italic")}>
        {version.changelog || t("noChangelog")}
      </p>
      <div className="-ms-3 mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        {number > 1 && (
          <Link
            href={diffPath(address, number - 1, number)}
            className={buttonClass({ look: "quiet", size: "small", className: "text-accent!" })}
            aria-label={`${t("changes")}: ${t("changesSince", { from: number - 1, to: number })}`}
          >
            {t("changes")}
          </Link>
        )}
        {canEdit && (
          <VersionActions
            address={address}
            number={number}
            newest={newest}
            labels={labels}
            own={version.labels}
          />
        )}
      </div>
    </li>
  );
}
