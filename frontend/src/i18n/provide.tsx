import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTimeZone } from "next-intl/server";
import type { ReactNode } from "react";

/** Shared by what islands everywhere say: `common` (buttons) and `errors` (problemMessage). */
const ALWAYS = ["common", "errors"];

/**
 * Around islands that use `useTranslations`: the messages of these namespaces, with `common` and `errors`, reach the
 * browser, and no others. An island that says two or three words gets them as props instead and costs no library.
 */
export async function Messages({ namespaces, children }: { namespaces: readonly string[]; children: ReactNode }) {
  const [locale, timeZone, all] = await Promise.all([getLocale(), getTimeZone(), getMessages()]);
  const picked = Object.fromEntries([...ALWAYS, ...namespaces].map((name) => [name, all[name]]));
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={picked}>
      {children}
    </NextIntlClientProvider>
  );
}
