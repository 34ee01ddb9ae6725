import { FolderPlus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { getViewerOrNobody, loginPath } from "@/features/session/viewer";
import { Messages } from "@/i18n/provide";
import type { Collected } from "../model";
import { CollectOpener } from "./collect-opener";

/** Add a project to the viewer's collections; visitors log in first. */
export async function CollectButton({ project }: { project: Collected }) {
  const [t, viewer] = await Promise.all([getTranslations("collect"), getViewerOrNobody()]);
  if (viewer === null) {
    return (
      <ButtonLink href={await loginPath()} rel="nofollow">
        <FolderPlus aria-hidden="true" />
        {t("collect")}
      </ButtonLink>
    );
  }
  return (
    <Messages namespaces={["collect"]}>
      <CollectOpener project={project} />
    </Messages>
  );
}
