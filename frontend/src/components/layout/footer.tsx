import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import type { Locale, Theme } from "@/lib/display";

const LANGUAGES: readonly { locale: Locale; name: string }[] = [
  { locale: "en", name: "English" },
  { locale: "nl", name: "Nederlands" },
];

export async function Footer({ locale, theme }: { locale: Locale; theme: Theme }) {
  const t = await getTranslations("layout");
  const themes: readonly { theme: Theme; name: string }[] = [
    { theme: "system", name: t("themeSystem") },
    { theme: "light", name: t("themeLight") },
    { theme: "dark", name: t("themeDark") },
  ];
  return (
    <footer className="mt-16 border-t border-line text-sm text-muted">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-8 gap-y-2 px-4 py-5 sm:px-6">
        <nav aria-label={t("footer")}>
          <ul className="flex gap-x-5">
            <li>
              <Link href="/moderation" className="flex min-h-10 items-center hover:text-ink">
                {t("moderation")}
              </Link>
            </li>
          </ul>
        </nav>
        <form action="/session/display" method="post" className="flex items-center gap-1 sm:ms-auto">
          <span id="choose-language" className="sr-only">
            {t("language")}
          </span>
          <span role="group" aria-labelledby="choose-language" className="flex">
            {LANGUAGES.map((one) => (
              <Choice key={one.locale} name="locale" value={one.locale} lang={one.locale} chosen={one.locale === locale}>
                {one.name}
              </Choice>
            ))}
          </span>
        </form>
        <form action="/session/display" method="post" className="flex items-center gap-1">
          <span id="choose-theme" className="sr-only">
            {t("theme")}
          </span>
          <span role="group" aria-labelledby="choose-theme" className="flex">
            {themes.map((one) => (
              <Choice key={one.theme} name="theme" value={one.theme} chosen={one.theme === theme}>
                {one.name}
              </Choice>
            ))}
          </span>
        </form>
      </div>
    </footer>
  );
}

function Choice({ chosen, ...props }: { name: string; value: string; chosen: boolean; lang?: string; children: string }) {
  return (
    <Button
      type="submit"
      look="quiet"
      size="small"
      aria-pressed={chosen}
      className={cn(chosen ? "underline decoration-accent decoration-2 underline-offset-4" : "font-normal")}
      {...props}
    />
  );
}
