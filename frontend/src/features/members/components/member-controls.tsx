"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { projectPath } from "@/features/workflows/paths";
import { browserApi, problemMessage } from "@/lib/api/browser";
import { useRetry } from "@/lib/retry";
import { toast } from "@/lib/toast";

type Place = { handle: string; slug: string };
type Who = { handle: string; display_name: string; role: "owner" | "editor" | "viewer" };

/** Actions on a member: by the owner on others, by members on themselves. */
export function MemberControls({ place, member, isSelf }: { place: Place; member: Who; isSelf: boolean }) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const router = useRouter();
  const { run } = useRetry();
  const [asking, setAsking] = useState<"remove" | "leave" | "transfer" | null>(null);
  const [busy, setBusy] = useState(false);
  const [role, setRole] = useState(member.role);
  const name = member.display_name;
  const path = { ...place, member: member.handle };

  async function act(what: () => Promise<unknown>, done: () => void) {
    if (busy) return;
    setBusy(true);
    try {
      await run(what);
      setAsking(null);
      done();
    } catch (error) {
      setAsking(null);
      setRole(member.role);
      toast(problemMessage(error, errors), { look: "danger" });
    } finally {
      setBusy(false);
    }
  }

  function changeRole(wanted: "editor" | "viewer") {
    setRole(wanted);
    void act(
      () =>
        browserApi.PUT("/api/v1/projects/{handle}/{slug}/members/{member}", { params: { path }, body: { role: wanted } }),
      () => {
        toast(t("roleChanged", { name, role: t(`roles.${wanted}`) }));
        router.refresh();
      },
    );
  }

  function go() {
    if (asking === "transfer") {
      let moved = place;
      void act(
        async () => {
          const { data } = await browserApi.POST("/api/v1/projects/{handle}/{slug}/transfer", {
            params: { path: place },
            body: { handle: member.handle },
          });
          if (data) moved = data;
        },
        () => {
          toast(t("transferred", { name }));
          router.push(projectPath(moved));
          router.refresh();
        },
      );
      return;
    }
    void act(
      () => browserApi.DELETE("/api/v1/projects/{handle}/{slug}/members/{member}", { params: { path } }),
      () => {
        toast(isSelf ? t("left") : t("removed", { name }));
        if (isSelf) router.push("/me");
        else router.refresh();
      },
    );
  }

  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {isSelf ? (
          <Button size="small" aria-haspopup="dialog" onClick={() => setAsking("leave")}>
            {t("leave")}
          </Button>
        ) : (
          <>
            <Select
              aria-label={t("roleOf", { name })}
              className="w-32"
              value={role}
              disabled={busy}
              onChange={(event) => changeRole(event.target.value === "viewer" ? "viewer" : "editor")}
            >
              <option value="editor">{t("roles.editor")}</option>
              <option value="viewer">{t("roles.viewer")}</option>
            </Select>
            <Button size="small" look="quiet" aria-haspopup="dialog" onClick={() => setAsking("transfer")}>
              {t("transfer")}
              <span className="sr-only">: {name}</span>
            </Button>
            <Button size="small" look="quiet" aria-haspopup="dialog" onClick={() => setAsking("remove")}>
              {t("remove")}
              <span className="sr-only">: {name}</span>
            </Button>
          </>
        )}
      </div>
      {asking === null ? null : (
        <Dialog
          open
          onClose={() => setAsking(null)}
          title={t(`${asking}Title`, { name })}
          close={common("close")}
          footer={
            <>
              <Button onClick={() => setAsking(null)}>{common("cancel")}</Button>
              <Button look="danger" busy={busy} onClick={go}>
                {t(asking)}
              </Button>
            </>
          }
        >
          <p>{t(`${asking}Text`, { name })}</p>
        </Dialog>
      )}
    </>
  );
}
