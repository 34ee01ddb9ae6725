import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/features/session/viewer";
import { localeOf, LOCALES, THEME_COOKIE, themeOf, THEMES } from "@/lib/display";

const NAMES = { en: "English", nl: "Nederlands" } as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("display.title"), robots: { index: false } };
}

/** A plain form that works without scripts, like the choice in the footer. */
export default async function DisplayPage() {
  await requireViewer();
  const [t, language, jar] = await Promise.all([getTranslations("settings"), getLocale(), cookies()]);
  const locale = localeOf(language, null);
  const theme = themeOf(jar.get(THEME_COOKIE)?.value);
  return (
    <>
      <PageHeading title={t("display.title")}>{t("display.lead")}</PageHeading>
      <form action="/session/display" method="post" className="space-y-6">
        <Choices legend={t("display.language")} name="locale" chosen={locale}>
          {LOCALES.map((each) => ({ value: each, label: NAMES[each], lang: each }))}
        </Choices>
        <Choices legend={t("display.theme")} name="theme" chosen={theme}>
          {THEMES.map((each) => ({ value: each, label: t(`display.themes.${each}`) }))}
        </Choices>
        <Button type="submit" look="primary">
          {t("display.save")}
        </Button>
      </form>
    </>
  );
}

function Choices({
  legend,
  name,
  chosen,
  children,
}: {
  legend: string;
  name: string;
  chosen: string;
  children: { value: string; label: string; lang?: string }[];
}) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      {children.map(({ value, label, lang }) => (
        <label key={value} className="flex min-h-10 w-fit cursor-pointer items-center gap-3 pe-4 text-[0.9375rem]">
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} className="size-4 accent-accent" />
          <span lang={lang}>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
