import { cn } from "@/lib/cn";

const SIZES = { small: "size-6 text-[0.625rem]", normal: "size-8 text-xs", large: "size-16 text-xl" } as const;

/** A picture, or the initials where there is none (and behind one that does not come). Beside a name: says nothing itself. */
export function Avatar({ name, url, size = "normal" }: { name: string; url?: string | null; size?: keyof typeof SIZES }) {
  return (
    <span
      aria-hidden="true"
      // Drawn, not said: initials as text would be a visible label that no accessible name contains.
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
