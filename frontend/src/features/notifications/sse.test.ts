import { describe, expect, it } from "vitest";
import { sseParser, type SseEvent } from "./sse";

function read(pieces: readonly string[]): { events: SseEvent[]; retries: number[] } {
  const events: SseEvent[] = [];
  const retries: number[] = [];
  const push = sseParser(
    (event) => events.push(event),
    (retry) => retries.push(retry),
  );
  for (const piece of pieces) push(piece);
  return { events, retries };
}

describe("Server-Sent Events", () => {
  const whole = 'retry: 3041\n\nid: 25\nevent: unread\ndata: {"unread":9}\n\n:\n\ndata: a\ndata: b\n\n';
  const wanted = {
    events: [
      { event: "unread", data: '{"unread":9}', id: "25" },
      { event: "message", data: "a\nb", id: "25" },
    ],
    retries: [3041],
  };

  it("are parsed as a whole", () => expect(read([whole])).toEqual(wanted));

  it("are parsed from any chunks", () => {
    for (let size = 1; size < 9; size += 1) {
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) => whole.slice(at * size, (at + 1) * size));
      expect(read(pieces)).toEqual(wanted);
      expect(read(pieces.map((piece) => piece.replaceAll("\n", "\r\n")))).toEqual(wanted);
    }
  });

  it("are dropped if incomplete", () => expect(read(["event: unread\ndata: {}\n"]).events).toEqual([]));
});
