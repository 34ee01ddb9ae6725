import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Locale } from "@/lib/display";

export type MessageTree = { [key: string]: string | MessageTree };

const kept = new Map<Locale, Promise<MessageTree>>();

/** Return all namespaces of a language: one file of messages/<locale>/ each. */
export function messagesOf(locale: Locale): Promise<MessageTree> {
  if (process.env.NODE_ENV === "development") return readAll(locale);
  let messages = kept.get(locale);
  if (messages === undefined) kept.set(locale, (messages = readAll(locale)));
  return messages;
}

async function readAll(locale: Locale): Promise<MessageTree> {
  const folder = path.join(process.cwd(), "messages", locale);
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const entries = files.map(async (name): Promise<[string, MessageTree]> => [
    name.slice(0, -".json".length),
    JSON.parse(await readFile(path.join(folder, name), "utf8")) as MessageTree,
  ]);
  return Object.fromEntries(await Promise.all(entries));
}
