import { requestContext, setFailure } from "@/lib/request-context";

/**
 * Next answers 500 to a form or an action that it cannot decode. All of ours begin by asking the API, so one that fails
 * before that has malformed input. A GET fails that way only by the header with which a page of ours asks for another.
 */
export function onRequestError(error: unknown, request: Readonly<{ method: string }>): void {
  const isUnread = request.method === "POST" && requestContext.getStore()?.hasAskedApi !== true;
  const isHeader = error instanceof Error && error.message.includes("router state header");
  if (isUnread || isHeader) setFailure(400);
}
