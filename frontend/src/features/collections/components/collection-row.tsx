import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Row } from "@/components/ui/rows";
import type { components } from "@/lib/api/schema";

export async function CollectionRow({ collection }: { collection: components["schemas"]["Collection"] }) {
  const [t, state] = await Promise.all([getTranslations("maker"), getTranslations("project_row")]);
  const { handle, slug, title, description, visibility, items, updated_at } = collection;
  return (
    <Row>
      <article className="min-w-0">
        <h3 className="text-[1.0625rem] font-semibold">
          <Link href={`/collections/${handle}/${slug}`} className="hover:text-accent-strong hover:underline hover:underline-offset-4">
            {title}
          </Link>
          {visibility === "public" ? null : <Badge className="ms-2 align-middle">{state(visibility)}</Badge>}
        </h3>
        {description === "" ? null : <p className="mt-0.5 line-clamp-2 text-pretty text-ink/90">{description}</p>}
        <p className="mt-1 flex gap-x-4 text-sm text-muted">
          <span>{t("items", { count: items })}</span>
          <RelativeTime iso={updated_at} />
        </p>
      </article>
    </Row>
  );
}
