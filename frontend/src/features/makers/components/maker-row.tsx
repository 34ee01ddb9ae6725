import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { Avatar } from "@/components/ui/avatar";
import { Row } from "@/components/ui/rows";

/** A maker in a list. `note` tells why. */
export function MakerRow({
  maker,
  note,
}: {
  maker: { handle: string; display_name: string; avatar_url: string | null; bio?: string };
  note?: ReactNode;
}) {
  const { handle, display_name, avatar_url, bio = "" } = maker;
  return (
    <Row className="flex gap-3">
      <Avatar name={display_name} url={avatar_url} />
      <div className="min-w-0">
        <h3 className="font-semibold">
          <Link href={`/makers/${handle}`} className="hover:text-accent-strong hover:underline hover:underline-offset-4">
            {display_name}
          </Link>
          <span className="ms-2 font-normal text-muted">@{handle}</span>
        </h3>
        {bio === "" ? null : <p className="line-clamp-2 text-pretty text-ink/90">{bio}</p>}
        {note ? <div className="mt-1 text-sm text-muted">{note}</div> : null}
      </div>
    </Row>
  );
}
