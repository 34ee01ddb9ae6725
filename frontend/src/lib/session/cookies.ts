import { isHttps } from "@/lib/env";
import type { Tokens } from "./refresh";

/** Drop access tokens (5 minutes) slightly early, so that none expires on its way. */
const EARLY = 20;
/** A session ends 30 days after its last refresh. */
const REFRESH_LIFE = 30 * 24 * 60 * 60;

export type SessionCookie = {
  name: string;
  value: string;
  httpOnly: true;
  sameSite: "lax";
  secure: boolean;
  path: "/";
  maxAge: number;
};

export function accessName(): string {
  return isHttps() ? "__Host-access" : "access";
}

export function refreshName(): string {
  return isHttps() ? "__Host-refresh" : "refresh";
}

export function sessionCookies(tokens: Tokens): SessionCookie[] {
  return [
    cookie(accessName(), tokens.access, Math.max(1, tokens.expiresIn - EARLY)),
    cookie(refreshName(), tokens.refresh, REFRESH_LIFE),
  ];
}

export function clearedCookies(): SessionCookie[] {
  return [cookie(accessName(), "", 0), cookie(refreshName(), "", 0)];
}

function cookie(name: string, value: string, maxAge: number): SessionCookie {
  return { name, value, httpOnly: true, sameSite: "lax", secure: isHttps(), path: "/", maxAge };
}
