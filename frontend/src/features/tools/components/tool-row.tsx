import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { Badge } from "@/components/ui/badge";
import { Row } from "@/components/ui/rows";
import type { components } from "@/lib/api/schema";
import { localeOf } from "@/lib/display";
import { number } from "@/lib/time";

/** A tool in a list. `note` tells why. */
export async function ToolRow({ tool, note }: { tool: components["schemas"]["Tool"]; note?: ReactNode }) {
  const [t, language] = await Promise.all([getTranslations("tools"), getLocale()]);
  const { slug, name, vendor, kind, description, used_by } = tool;
  return (
    <Row>
      <article className="min-w-0">
        <h3 className="text-[1.0625rem] font-semibold">
          <Link href={`/tools/${slug}`} className="hover:text-accent-strong hover:underline hover:underline-offset-4">
            {name}
          </Link>
          <Badge className="ms-2 align-middle">{t(`kind.${kind}`)}</Badge>
        </h3>
        {description === "" ? null : <p className="mt-0.5 text-pretty text-ink/90">{description}</p>}
        {note ? <div className="mt-1 text-sm text-muted">{note}</div> : null}
        <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
          {vendor === "" ? null : <span>{t("by", { vendor })}</span>}
          <span>{t("usedBy", { count: used_by, shown: number(used_by, localeOf(language, null)) })}</span>
        </p>
      </article>
    </Row>
  );
}
