import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { system } from "./system";

export interface Mail {
  to: string;
  subject: string;
  text: string;
  links: string[];
}

/** Mails that the system sent: files, ordered by name. */
export class Mailbox {
  /** Return all mails to an address, oldest first. */
  of(address: string): Mail[] {
    const folder = path.join(system.directory, "mail");
    let names: string[] = [];
    try {
      names = readdirSync(folder);
    } catch {
      // No mail was sent yet.
    }
    return names
      .filter((name) => name.endsWith(".eml"))
      .sort()
      .map((name) => parse(readFileSync(path.join(folder, name), "latin1")))
      .filter((mail) => mail.to.toLowerCase().includes(address.toLowerCase()));
  }

  /** Wait for the newest mail to an address with a matching subject. `beyond`: number of earlier mails to ignore. */
  async wait(address: string, subject: RegExp = /./, beyond = 0): Promise<Mail> {
    for (let tries = 0; tries < 300; tries++) {
      const fitting = this.of(address).filter((mail) => subject.test(mail.subject));
      const newest = fitting.at(-1);
      if (newest !== undefined && fitting.length > beyond) return newest;
      await sleep(100);
    }
    throw new Error(`No mail to ${address} about ${subject}; there are: ${this.of(address).map((mail) => mail.subject).join(", ") || "none"}`);
  }
}

function parse(raw: string): Mail {
  const { headers, body } = split(raw);
  const text = plainText(headers, body);
  return { to: headers.get("to") ?? "", subject: words(headers.get("subject") ?? ""), text, links: text.match(/https?:\/\/\S+/g) ?? [] };
}

function split(raw: string): { headers: Map<string, string>; body: string } {
  const [, head = "", body = ""] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? [];
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body };
}

function plainText(headers: Map<string, string>, body: string): string {
  const kind = headers.get("content-type") ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(kind)?.[1];
  if (boundary !== undefined) {
    for (const part of body.split(`--${boundary}`).slice(1)) {
      const inner = split(part.replace(/^\r?\n/, ""));
      const text = plainText(inner.headers, inner.body);
      if (text !== "") return text;
    }
    return "";
  }
  if (!kind.startsWith("text/plain")) return "";
  const encoding = (headers.get("content-transfer-encoding") ?? "").toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding === "quoted-printable") return quotedPrintable(body.replace(/=\r?\n/g, ""));
  return Buffer.from(body, "latin1").toString("utf8");
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Decode the encoded words of a header (RFC 2047). */
function words(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?[^?]+\?([bq])\?([^?]*)\?=/gi, (_, how: string, coded: string) =>
      how.toLowerCase() === "b" ? Buffer.from(coded, "base64").toString("utf8") : quotedPrintable(coded.replaceAll("_", " ")),
    );
}
