import { GitFork } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { getViewer } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";
import type { Address } from "../paths";
import { RemixButton } from "./remix-button";

/** Button to remix: opens a dialog for makers, logs visitors in. `here` is the page to return to. */
export async function RemixAction({
  address,
  version,
  title,
  here,
}: {
  address: Address;
  version: number;
  title: string;
  here: string;
}) {
  const viewer = await getViewer();
  if (viewer === null) {
    const t = await getTranslations("workflow_remix");
    return (
      <ButtonLink look="primary" href={`/login?next=${encodeURIComponent(here)}`} title={t("login")}>
        <GitFork aria-hidden="true" />
        {t("button")}
      </ButtonLink>
    );
  }
  return (
    <Messages namespaces={["workflow_remix"]}>
      <RemixButton address={address} version={version} title={title} viewer={viewer.handle} />
    </Messages>
  );
}
