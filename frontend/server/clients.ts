import { MAX_BODIES, MAX_BODIES_PER_ADDRESS, MAX_PAGES_PER_ADDRESS } from "./limits";
import { addressGroup } from "@/lib/client-address";

type Client = { connections: number; requests: number; bodies: number; pages: number; waiting: (() => void)[] };

/** Usage per client address (IPv6: per /64). */
export class Clients {
  private readonly clients = new Map<string, Client>();
  private connections = 0;
  private bodies = 0;

  constructor(
    /** Connections, and requests at once, for one address. */
    private readonly perAddress: number,
    private readonly maxConnections: number,
  ) {}

  /** Count a connection and return its release function; null at the limit. `exempt`: a trusted proxy. */
  connect(address: string, exempt: boolean): (() => void) | null {
    if (this.connections >= this.maxConnections) return null;
    const client = exempt ? null : this.client(address);
    if (client !== null && client.connections >= this.perAddress) return null;
    this.connections += 1;
    if (client !== null) client.connections += 1;
    return () => {
      this.connections -= 1;
      if (client !== null) client.connections -= 1;
      this.forget(address);
    };
  }

  /** Count a request with a body of this size and return its release function (idempotent); null at a limit. */
  begin(address: string, body: number): (() => void) | null {
    const client = this.client(address);
    const fits = body === 0 || (client.bodies + body <= MAX_BODIES_PER_ADDRESS && this.bodies + body <= MAX_BODIES);
    if (client.requests >= this.perAddress || !fits) {
      this.forget(address);
      return null;
    }
    client.requests += 1;
    client.bodies += body;
    this.bodies += body;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      client.requests -= 1;
      client.bodies -= body;
      this.bodies -= body;
      this.forget(address);
    };
  }

  /** Run `render` when the address has a free slot. `render` must call the release function that it gets once. */
  page(address: string, render: (release: () => void) => void): void {
    const client = this.client(address);
    const start = () => {
      client.pages += 1;
      render(() => {
        client.pages -= 1;
        client.waiting.shift()?.();
        this.forget(address);
      });
    };
    if (client.pages < MAX_PAGES_PER_ADDRESS) start();
    else client.waiting.push(start);
  }

  get size(): number {
    return this.clients.size;
  }

  private client(address: string): Client {
    const group = addressGroup(address);
    let client = this.clients.get(group);
    if (client === undefined) {
      client = { connections: 0, requests: 0, bodies: 0, pages: 0, waiting: [] };
      this.clients.set(group, client);
    }
    return client;
  }

  private forget(address: string): void {
    const group = addressGroup(address);
    const client = this.clients.get(group);
    if (client === undefined || client.connections + client.requests + client.pages + client.waiting.length > 0) return;
    this.clients.delete(group);
  }
}
