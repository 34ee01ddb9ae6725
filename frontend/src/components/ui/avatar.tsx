import { cn } from "@/lib/cn";

const SIZES = { small: "size-6 text-[0.625rem]", normal: "size-8 text-xs", large: "size-16 text-xl" } as const;

/** Image, or initials if there is none or it does not load. Decorative: the name is next to it. */
export function Avatar({ name, url, size = "normal" }: { name: string; url?: string | null; size?: keyof typeof SIZES }) {
  return (
    <span
      aria-hidden="true"
      // Drawn by CSS: as text, initials would be a visible label that is not in the accessible name.
      data-initials={initials(name)}
      className={cn(
        "relative inline-flex before:content-[attr(data-initials)] shrink-0 items-center justify-center overflow-hidden rounded-full border border-line bg-sunken font-medium text-muted select-none",
        SIZES[size],
      )}
    >
      {url?.startsWith("https://") ? (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          className="absolute inset-0 size-full object-cover text-transparent"
        />
      ) : null}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = Array.from(words[0] ?? "")[0] ?? "";
  const last = words.length > 1 ? (Array.from(words[words.length - 1] ?? "")[0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}
