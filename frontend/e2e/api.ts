import { system } from "./system";

/** Password of every demo maker. */
export const PASSWORD = "make-things-with-care";

// openapi.json describes responses; tests assert the parts they rely on.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

interface Options {
  body?: unknown;
  headers?: Record<string, string>;
}

/** Error response: its status and body. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    what: string,
  ) {
    super(what);
  }
}

const sessions = new Map<string, { token: Promise<string>; until: number }>();

/** Client of the API itself, bypassing the web: arranges data and checks results. */
export class Api {
  constructor(
    private readonly address: string,
    private readonly email?: string,
    private readonly password: string = PASSWORD,
  ) {}

  /** Return a client for a maker; for a demo maker unless a password is given. */
  as(email: string, password: string = PASSWORD): Api {
    return new Api(this.address, email, password);
  }

  get<T = Json>(path: string, options?: Options): Promise<T> {
    return this.json("GET", path, options);
  }
  post<T = Json>(path: string, body?: unknown, options?: Options): Promise<T> {
    return this.json("POST", path, { ...options, body });
  }
  put<T = Json>(path: string, body?: unknown, options?: Options): Promise<T> {
    return this.json("PUT", path, { ...options, body });
  }
  patch<T = Json>(path: string, body?: unknown, options?: Options): Promise<T> {
    return this.json("PATCH", path, { ...options, body });
  }
  delete<T = Json>(path: string, options?: Options): Promise<T> {
    return this.json("DELETE", path, options);
  }

  /** Return the ETag of a resource for If-Match. */
  async etag(path: string): Promise<string> {
    const answer = await this.ask("GET", path);
    return answer.headers.get("etag") ?? "";
  }

  /** Return the response, whatever its status. `path` is relative to /api/v1. */
  async ask(method: string, path: string, options: Options = {}): Promise<Response> {
    const headers: Record<string, string> = { "x-forwarded-for": this.address, ...options.headers };
    if (options.body !== undefined) headers["content-type"] ??= "application/json";
    if (this.email !== undefined) headers.authorization = `Bearer ${await this.token(this.email)}`;
    return await fetch(`${system.api}/api/v1${path}`, {
      method,
      headers,
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
    });
  }

  private async json<T>(method: string, path: string, options?: Options): Promise<T> {
    const answer = await this.ask(method, path, options);
    const text = await answer.text();
    const body = text === "" ? undefined : JSON.parse(text);
    if (!answer.ok) throw new Refused(answer.status, body?.code ?? "", `${method} ${path}: ${answer.status} ${text}`);
    return body as T;
  }

  private token(email: string): Promise<string> {
    const kept = sessions.get(email);
    if (kept !== undefined && kept.until > Date.now()) return kept.token;
    const token = new Api(this.address)
      .post<{ access_token: string }>("/auth/login", { email, password: this.password, device: "browser tests" })
      .then((tokens) => tokens.access_token);
    // A token is valid for five minutes.
    sessions.set(email, { token, until: Date.now() + 240_000 });
    token.catch(() => sessions.delete(email));
    return token;
  }
}
