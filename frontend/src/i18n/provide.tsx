import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTimeZone } from "next-intl/server";
import type { ReactNode } from "react";

/** Used by client components everywhere: `common` (buttons) and `errors` (problemMessage). */
const ALWAYS = ["common", "errors"];

/**
 * Provide the messages of these namespaces, plus `common` and `errors`, to client components that use
 * `useTranslations`. A component with two or three texts should get them as props, which needs no library.
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
