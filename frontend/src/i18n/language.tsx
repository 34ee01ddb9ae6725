"use client";

import { createContext, use, type ReactNode } from "react";
import type { Locale } from "@/lib/display";

const Language = createContext<Locale>("en");

export function LanguageProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <Language value={locale}>{children}</Language>;
}

/** Return the page's language, for client components with few texts. */
export function useLanguage(): Locale {
  return use(Language);
}
