"use client";

import { createContext, use, type ReactNode } from "react";
import type { Locale } from "@/lib/display";

const Language = createContext<Locale>("en");

export function LanguageProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <Language value={locale}>{children}</Language>;
}

/** The language of the page, for islands that say little and need no messages. */
export function useLanguage(): Locale {
  return use(Language);
}
