import { LogOut, Menu as MenuIcon, Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Menu, MenuItem } from "@/components/ui/menu";
import { menuItemClass } from "@/components/ui/menu-item";
import { Bell } from "@/features/notifications/components/bell";
import { LogOutForm } from "@/features/session/components/log-out-form";
import { loginPath, type Viewer } from "@/features/session/viewer";
import { SearchBox } from "./search-box";

const PLACES = [
  { href: "/trending", key: "trending" },
  { href: "/tools", key: "tools" },
  { href: "/tags", key: "tags" },
] as const;

export async function Header({ viewer }: { viewer: Viewer | null }) {
  const t = await getTranslations("layout");
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-2 gap-y-2 px-4 py-2 sm:flex-nowrap sm:px-6">
        <div className="sm:hidden">
          <Menu
            align="start"
            label={t("menu")}
            trigger={<MenuIcon aria-hidden="true" />}
            className={buttonClass({ look: "quiet", size: "icon", className: "-ms-2" })}
          >
            <MenuItem>
              <Link href="/" className={menuItemClass}>
                {t("projects")}
              </Link>
            </MenuItem>
            {PLACES.map(({ href, key }) => (
              <MenuItem key={href}>
                <Link href={href} className={menuItemClass}>
                  {t(key)}
                </Link>
              </MenuItem>
            ))}
            {viewer === null ? (
              <MenuItem separated>
                <Link href="/register" className={menuItemClass}>
                  {t("register")}
                </Link>
              </MenuItem>
            ) : null}
          </Menu>
        </div>
        <Link href="/" className="flex min-h-10 items-center gap-2 font-semibold tracking-tight">
          <Mark />
          {t("name")}
        </Link>
        <nav aria-label={t("nav")} className="hidden ps-3 sm:block">
          <ul className="flex">
            {PLACES.map(({ href, key }) => (
              <li key={href}>
                <Link href={href} className="flex min-h-10 items-center px-2.5 text-[0.9375rem] text-muted hover:text-ink">
                  {t(key)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="order-last w-full min-w-0 sm:order-none sm:ms-auto sm:w-auto sm:max-w-72 sm:grow">
          <SearchBox />
        </div>
        <div className="ms-auto flex items-center gap-1 sm:ms-0">
          {viewer === null ? (
            <>
              <ButtonLink href={await loginPath()} look="quiet" size="small">
                {t("logIn")}
              </ButtonLink>
              <ButtonLink href="/register" look="primary" size="small" className="max-[27rem]:hidden">
                {t("register")}
              </ButtonLink>
            </>
          ) : (
            <>
              <ButtonLink href="/projects/new" look="quiet" size="icon" aria-label={t("newProject")} title={t("newProject")}>
                <Plus aria-hidden="true" />
              </ButtonLink>
              <Bell label={t("notifications")} />
              <Menu
                label={t("account", { name: viewer.display_name })}
                trigger={<Avatar name={viewer.display_name} url={viewer.avatar_url} />}
                className="flex size-10 items-center justify-center rounded-full"
              >
                <MenuItem>
                  <Link href={`/makers/${viewer.handle}`} className={menuItemClass}>
                    {t("profile")}
                  </Link>
                </MenuItem>
                <MenuItem>
                  <Link href="/me" className={menuItemClass}>
                    {t("myProjects")}
                  </Link>
                </MenuItem>
                <MenuItem>
                  <Link href="/me/stars" className={menuItemClass}>
                    {t("stars")}
                  </Link>
                </MenuItem>
                <MenuItem>
                  <Link href="/me/follows" className={menuItemClass}>
                    {t("follows")}
                  </Link>
                </MenuItem>
                <MenuItem>
                  <Link href="/me/collections" className={menuItemClass}>
                    {t("collections")}
                  </Link>
                </MenuItem>
                <MenuItem separated>
                  <Link href="/settings" className={menuItemClass}>
                    {t("settings")}
                  </Link>
                </MenuItem>
                {viewer.role === "admin" ? (
                  <MenuItem>
                    <Link href="/admin" className={menuItemClass}>
                      {t("admin")}
                    </Link>
                  </MenuItem>
                ) : null}
                <MenuItem separated>
                  <LogOutForm className={menuItemClass}>
                    <LogOut aria-hidden="true" />
                    {t("logOut")}
                  </LogOutForm>
                </MenuItem>
              </Menu>
            </>
          )}
        </div>
      </div>
    </header>
  );
}

/** The logo: a thread with three knots. */
function Mark() {
  return (
    <svg width="14" height="22" viewBox="0 0 14 22" fill="none" aria-hidden="true" className="text-accent">
      <path d="M7 3v16" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="7" cy="3.5" r="2.5" fill="currentColor" />
      <circle cx="7" cy="11" r="2.5" fill="var(--paper)" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="7" cy="18.5" r="2.5" fill="currentColor" />
    </svg>
  );
}
