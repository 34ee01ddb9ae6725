import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button-class";
import { Menu, MenuItem } from "@/components/ui/menu";
import { menuItemClass } from "@/components/ui/menu-item";
import { type Address, exportPath } from "../paths";

/** Download a version as a file. */
export async function DownloadMenu({ address, version }: { address: Address; version: number }) {
  const t = await getTranslations("workflows.page");
  return (
    <Menu
      label={t("download")}
      className={buttonClass({ size: "icon" })}
      trigger={<Download aria-hidden="true" className="size-4" />}
    >
      <MenuItem>
        <a href={exportPath(address, "json", version)} download className={menuItemClass}>
          {t("downloadJson")}
        </a>
      </MenuItem>
      <MenuItem>
        <a href={exportPath(address, "md", version)} download className={menuItemClass}>
          {t("downloadMarkdown")}
        </a>
      </MenuItem>
    </Menu>
  );
}
