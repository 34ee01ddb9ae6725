import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { LOCALE_COOKIE, localeOf } from "@/lib/display";
import { messagesOf } from "./messages";

export default getRequestConfig(async () => {
  const [jar, incoming] = await Promise.all([cookies(), headers()]);
  const locale = localeOf(jar.get(LOCALE_COOKIE)?.value, incoming.get("accept-language"));
  return { locale, messages: await messagesOf(locale), timeZone: "UTC" };
});
