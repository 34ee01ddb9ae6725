export const KINDS = [
  "chat",
  "coding",
  "image",
  "video",
  "audio",
  "vision",
  "research",
  "writing",
  "translation",
  "automation",
  "local",
  "data",
  "platform",
  "productivity",
] as const;

export type Kind = (typeof KINDS)[number];
