/** Derive a slug from text: "Reading Coach" → `reading-coach`. Empty if the text has no letter or digit of ASCII. */
export function slugify(text: string, maxLength: number, separator: "-" | "_" = "-"): string {
  const edge = new RegExp(`^${separator}+|${separator}+$`, "g");
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, separator)
    .replace(edge, "")
    .slice(0, maxLength)
    .replace(edge, "");
}
