import type { Locale } from "./display";

const TAGS: Record<Locale, string> = { en: "en-GB", nl: "nl-NL" };

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** Format as "3 hours ago"; as a date after a month. */
export function relativeTime(iso: string, locale: Locale, now: number = Date.now()): string {
  const seconds = Math.round((Date.parse(iso) - now) / 1_000);
  if (Math.abs(seconds) > 30 * 86_400) return shortDate(iso, locale);
  const format = new Intl.RelativeTimeFormat(TAGS[locale], { numeric: "auto" });
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return format.format(0, "second");
}

/** Format as "3 Nov 2026". */
export function shortDate(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(TAGS[locale], { dateStyle: "medium", timeZone: "UTC" }).format(new Date(iso));
}

/** Format as "3 November 2026 at 14:05 UTC". */
export function wholeDate(iso: string, locale: Locale): string {
  const date = new Intl.DateTimeFormat(TAGS[locale], { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return `${date.format(new Date(iso))} UTC`;
}

/** Format as "1,204" or "1.204". */
export function number(value: number, locale: Locale): string {
  return new Intl.NumberFormat(TAGS[locale]).format(value);
}
