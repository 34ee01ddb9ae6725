"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { projectPath } from "@/features/workflows/paths";
import { browserApi } from "@/lib/api/browser";
import { usePersistedState } from "@/lib/persisted-state";
import { useSubmissionKey } from "@/lib/submission-key";
import { BLANK, newProjectOf, type Values } from "../form";
import { useSaving } from "../hooks/use-saving";
import { FormFrame } from "./form-frame";
import { ProjectFields } from "./project-fields";

/** Create a project as a draft. Only the title is required. */
export function NewProjectForm({ owner }: { owner: string }) {
  const t = useTranslations("project_form");
  const router = useRouter();
  const [values, setValues, kept] = usePersistedState<Values>("project:new", BLANK);
  const withKey = useSubmissionKey();
  const { busy, frame } = useSaving(values, async (run) => {
    const { data } = await withKey(newProjectOf(values), (body, header) =>
      run(() => browserApi.POST("/api/v1/projects", { params: { header }, body })),
    );
    if (!data) return false;
    kept.drop();
    router.push(projectPath(data));
    return true;
  });

  return (
    <FormFrame
      {...frame}
      kept={kept}
      footer={
        <>
          <Button type="submit" look="primary" busy={busy}>
            {busy ? t("saving") : t("saveDraft")}
          </Button>
          <p className="text-sm text-muted">{t("draftHint")}</p>
        </>
      }
    >
      <ProjectFields
        values={values}
        change={(part) => setValues((before) => ({ ...before, ...part }))}
        errors={frame.errors}
        owner={owner}
        isOwner
        isNew
      />
    </FormFrame>
  );
}
