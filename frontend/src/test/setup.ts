import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// jsdom has the element and not its methods.
if (typeof HTMLDialogElement !== "undefined" && !HTMLDialogElement.prototype.showModal) {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
}

// jsdom's page has an address, and Node's Request does not know it; Node's Request refuses jsdom's AbortSignal in turn.
// The browser's client takes Request when it is imported.
if (typeof location !== "undefined") {
  const Native = globalThis.Request;
  globalThis.Request = class extends Native {
    constructor(input: RequestInfo | URL, { signal: _signal, ...init }: RequestInit = {}) {
      super(typeof input === "string" ? new URL(input, location.href) : input, init);
    }
  };
}

// The browser's client fetches it with its first call; tests that hold the time still would wait for that.
await import("openapi-fetch");
