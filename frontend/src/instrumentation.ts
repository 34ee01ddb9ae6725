import { requestContext, setFailure } from "@/lib/request-context";

/**
 * Next answers 500 to a form or action that it cannot decode. Our actions call the API first, so a failure before that
 * means malformed input. A GET fails this way only because of the router state header.
 */
export function onRequestError(error: unknown, request: Readonly<{ method: string }>): void {
  const isUnread = request.method === "POST" && requestContext.getStore()?.hasAskedApi !== true;
  const isHeader = error instanceof Error && error.message.includes("router state header");
  if (isUnread || isHeader) setFailure(400);
}
