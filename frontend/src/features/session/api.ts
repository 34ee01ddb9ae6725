import { apiError, unreachable } from "@/lib/api/problem";

/** Log in through our server, which keeps the tokens. Throws an ApiError. */
export async function logIn(email: string, password: string): Promise<void> {
  const response = await fetch("/session/login", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw apiError(response, await response.json().catch(() => null));
}
