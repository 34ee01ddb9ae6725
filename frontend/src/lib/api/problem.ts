import type { components } from "./schema";

export type Problem = components["schemas"]["Problem"];
export type FieldProblem = { pointer: string; code: string; message: string };

/** What the API refused, or that it could not be reached (`code` is then `unreachable`, `status` 0 or 503). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly requestId: string | null;
  /** Seconds, when the API said when to come back. */
  readonly retryAfter: number | null;
  /** The whole problem: some have members of their own, such as `conflicts` of `pull_conflicts`. */
  readonly problem: Readonly<Record<string, unknown>>;
  /** Next hands this, and nothing else of an error, to the error page. */
  readonly digest: string;

  constructor(status: number, problem: Record<string, unknown>, retryAfter: number | null = null) {
    const code = text(problem.code) ?? (status === 0 ? "unreachable" : "unknown");
    super(`${status} ${code}`);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.detail = text(problem.detail) ?? text(problem.title) ?? "";
    this.errors = Array.isArray(problem.errors) ? problem.errors.filter(isFieldProblem) : [];
    this.requestId = text(problem.request_id);
    this.retryAfter = retryAfter;
    this.problem = problem;
    this.digest = `api:${code}`;
  }

  /** True when it is worth waiting for the server to come back and trying the same again. */
  get unreachable(): boolean {
    return this.code === "unreachable" || this.code === "api_unreachable";
  }
}

export function unreachable(): ApiError {
  return new ApiError(0, { code: "unreachable", title: "The server cannot be reached." });
}

/** What an answer from 400 on says; `body` is what was read of it, problem or not. */
export function apiError(response: Response, body: unknown): ApiError {
  const problem = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const after = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
  return new ApiError(response.status, problem, Number.isFinite(after) ? after : null);
}

/** The part of a next-intl translator that `problemMessage` needs; its namespace is `errors`. */
export type ErrorTranslator = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

/** One sentence for people: what happened and what to do. `t` is of the namespace `errors`. */
export function problemMessage(error: unknown, t: ErrorTranslator): string {
  if (!(error instanceof ApiError)) return t("unknown");
  if (error.unreachable) return t("unreachable");
  if (error.code === "rate_limited") {
    return error.retryAfter === null ? t("rate_limited") : t("rate_limited_for", { seconds: error.retryAfter });
  }
  const key = `codes.${error.code}`;
  if (t.has(key)) {
    const { reason, note } = error.problem;
    return t(key, { detail: error.detail, reason: text(reason) ?? "other", note: text(note) ?? "" }).trim();
  }
  if (error.status >= 500) return error.requestId === null ? t("server") : t("server_id", { id: error.requestId });
  return error.detail || t("unknown");
}

/** Pointer (`/title`, `/links/0/url`) to what is wrong there, in words; without `t` in those of the API. */
export function fieldErrors(error: unknown, t?: ErrorTranslator): Record<string, string> {
  const found: Record<string, string> = {};
  if (!(error instanceof ApiError)) return found;
  for (const { pointer, code, message } of error.errors) found[pointer] ??= inWords(code, message, t);
  return found;
}

/** Ours in the language of the page where they know enough, else those of the API, which are English. */
function inWords(code: string, message: string, t?: ErrorTranslator): string {
  const first = /\d[\d,]*/.exec(message)?.[0] ?? "";
  const key = first === "" && t?.has(`fields.${code}_bare`) ? `fields.${code}_bare` : `fields.${code}`;
  return t?.has(key) ? t(key, { first, message }) : message;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return (
    typeof value === "object" &&
    value !== null &&
    "pointer" in value &&
    typeof value.pointer === "string" &&
    "message" in value &&
    typeof value.message === "string"
  );
}
