export type SseEvent = { event: string; data: string; id: string | null };

/**
 * Parse Server-Sent Events from chunks (WHATWG HTML §9.2.6). `push` takes a chunk; an incomplete event at the end is
 * dropped.
 */
export function sseParser(onEvent: (event: SseEvent) => void, onRetry: (milliseconds: number) => void): (piece: string) => void {
  let rest = "";
  let name = "";
  let data: string[] = [];
  let id: string | null = null;

  const line = (text: string) => {
    if (text === "") {
      if (data.length > 0) onEvent({ event: name === "" ? "message" : name, data: data.join("\n"), id });
      name = "";
      data = [];
      return;
    }
    const colon = text.indexOf(":");
    if (colon === 0) return;
    const field = colon === -1 ? text : text.slice(0, colon);
    const value = colon === -1 ? "" : text.slice(colon + 1).replace(/^ /, "");
    if (field === "event") name = value;
    else if (field === "data") data.push(value);
    else if (field === "id" && !value.includes("\0")) id = value;
    else if (field === "retry" && /^\d+$/.test(value)) onRetry(Number(value));
  };

  return (piece) => {
    rest += piece;
    for (;;) {
      const end = /\r\n|\n|\r/.exec(rest);
      // A CR at the end may be half of CR LF.
      if (end === null || (end[0] === "\r" && end.index === rest.length - 1)) return;
      const text = rest.slice(0, end.index);
      rest = rest.slice(end.index + end[0].length);
      line(text);
    }
  };
}
