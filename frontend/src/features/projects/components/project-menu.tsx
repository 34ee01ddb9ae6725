"use client";

import { Archive, ArchiveRestore, Ellipsis, Pencil, Trash2, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/components/link";
import { whenShown } from "@/components/when-shown";
import { buttonClass } from "@/components/ui/button-class";
import { Menu, MenuItem } from "@/components/ui/menu";
import { menuItemClass } from "@/components/ui/menu-item";
import { projectPath } from "@/features/workflows/paths";
import { browserApi, problemMessage } from "@/lib/api/browser";
import { useRetry } from "@/lib/retry";
import { toast } from "@/lib/toast";

type Managed = { handle: string; slug: string; title: string; status: "draft" | "published" | "archived" | "removed" };

const DeleteDialog = whenShown(() => import("./delete-dialog").then((module) => module.DeleteDialog));

/** Actions of project members, according to their role. */
export function ProjectMenu({ project, role }: { project: Managed; role: "owner" | "editor" | "viewer" }) {
  const t = useTranslations("project_acts");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { run } = useRetry();
  const [deleting, setDeleting] = useState(false);
  const { handle, slug, status } = project;
  const path = projectPath(project);
  const isOwner = role === "owner";

  async function archive(act: "archive" | "unarchive") {
    const params = { path: { handle, slug } };
    try {
      await run(() =>
        act === "archive"
          ? browserApi.POST("/api/v1/projects/{handle}/{slug}/archive", { params })
          : browserApi.POST("/api/v1/projects/{handle}/{slug}/unarchive", { params }),
      );
      toast(t(act === "archive" ? "archived" : "unarchived"));
      router.refresh();
    } catch (error) {
      toast(problemMessage(error, errors), { look: "danger" });
    }
  }

  return (
    <>
      <Menu
        trigger={<Ellipsis aria-hidden="true" />}
        label={t("menu")}
        className={buttonClass({ look: "outline", size: "icon" })}
      >
        {role === "viewer" || status === "archived" || status === "removed" ? null : (
          <MenuItem>
            <Link href={`${path}/edit`} className={menuItemClass}>
              <Pencil aria-hidden="true" />
              {t("edit")}
            </Link>
          </MenuItem>
        )}
        <MenuItem>
          <Link href={`${path}/members`} className={menuItemClass}>
            <Users aria-hidden="true" />
            {t(isOwner ? "membersOwner" : "members")}
          </Link>
        </MenuItem>
        {isOwner && status === "published" ? (
          <MenuItem>
            <button type="button" className={menuItemClass} onClick={() => void archive("archive")}>
              <Archive aria-hidden="true" />
              {t("archive")}
            </button>
          </MenuItem>
        ) : null}
        {isOwner && status === "archived" ? (
          <MenuItem>
            <button type="button" className={menuItemClass} onClick={() => void archive("unarchive")}>
              <ArchiveRestore aria-hidden="true" />
              {t("unarchive")}
            </button>
          </MenuItem>
        ) : null}
        {isOwner ? (
          <MenuItem separated>
            <button type="button" className={menuItemClass} aria-haspopup="dialog" onClick={() => setDeleting(true)}>
              <Trash2 aria-hidden="true" />
              {t("delete")}
            </button>
          </MenuItem>
        ) : null}
      </Menu>
      {deleting ? <DeleteDialog project={project} onClose={() => setDeleting(false)} /> : null}
    </>
  );
}
