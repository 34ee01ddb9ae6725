import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConnectionNotice } from "@/components/layout/connection-notice";
import { Footer } from "@/components/layout/footer";
import { Header } from "@/components/layout/header";
import { Toaster } from "@/components/ui/toaster";
import { getViewerOrNobody } from "@/features/session/viewer";
import { LanguageProvider } from "@/i18n/language";
import { localeOf, THEME_COOKIE, themeOf } from "@/lib/display";
import { webUrl } from "@/lib/env";
import { mono, sans } from "./fonts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("layout");
  return {
    metadataBase: new URL(webUrl()),
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
    openGraph: { siteName: t("name"), type: "website" },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf9f5" },
    { media: "(prefers-color-scheme: dark)", color: "#181614" },
  ],
};

export default async function Layout({ children }: { children: ReactNode }) {
  const [jar, language, t, viewer] = await Promise.all([
    cookies(),
    getLocale(),
    getTranslations("layout"),
    getViewerOrNobody(),
  ]);
  const locale = localeOf(language, null);
  const theme = themeOf(jar.get(THEME_COOKIE)?.value);
  return (
    <html lang={locale} className={`${theme} ${sans.variable} ${mono.variable}`}>
      <body className="flex min-h-dvh flex-col" data-maker={viewer?.id}>
        <LanguageProvider locale={locale}>
          <a
            href="#content"
            className="sr-only focus:not-sr-only focus:absolute focus:start-4 focus:top-2 focus:z-50 focus:rounded-md focus:bg-raised focus:px-4 focus:py-2"
          >
            {t("skip")}
          </a>
          <ConnectionNotice away={t("away")} now={t("awayNow")} />
          <Header viewer={viewer} />
          <main id="content" tabIndex={-1} className="mx-auto w-full max-w-5xl grow px-4 pt-6 outline-none sm:px-6 sm:pt-8">
            {children}
          </main>
          <Footer locale={locale} theme={theme} />
          <Toaster close={t("close")} />
        </LanguageProvider>
      </body>
    </html>
  );
}
