import type { components } from "./schema";

export type Problem = components["schemas"]["Problem"];
export type FieldProblem = { pointer: string; code: string; message: string };

/** A rejection of the API, or that it is unreachable (`code` `unreachable`, `status` 0 or 503). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly requestId: string | null;
  /** Seconds from Retry-After. */
  readonly retryAfter: number | null;
  /** The whole problem, including members such as `conflicts` of `pull_conflicts`. */
  readonly problem: Readonly<Record<string, unknown>>;
  /** The only part of an error that Next passes to the error page. */
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

  /** Whether waiting and retrying may help. */
  get unreachable(): boolean {
    return this.code === "unreachable" || this.code === "api_unreachable";
  }
}

export function unreachable(): ApiError {
  return new ApiError(0, { code: "unreachable", title: "Can't reach the server." });
}

/** Build the error of a response; `body` is the parsed body, if any. */
export function apiError(response: Response, body: unknown): ApiError {
  const problem = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const after = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
  return new ApiError(response.status, problem, Number.isFinite(after) ? after : null);
}

/** The part of a next-intl translator with the namespace `errors` that `problemMessage` needs. */
export type ErrorTranslator = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

/** Return one sentence: the problem and the fix. `t` has the namespace `errors`. */
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

/** Map pointers (`/title`, `/links/0/url`) to messages; without `t`, to the API's English ones. */
export function fieldErrors(error: unknown, t?: ErrorTranslator): Record<string, string> {
  const found: Record<string, string> = {};
  if (!(error instanceof ApiError)) return found;
  for (const { pointer, code, message } of error.errors) found[pointer] ??= inWords(code, message, t);
  return found;
}

/** Use a translation if it has all values, else the API's English message. */
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
