import type { WebSocket } from "ws";
import type { Json } from "./json.ts";

export interface Identify {
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  readonly properties: Json;
  readonly presence: Json;
  /** Real milliseconds, by `performance.now()`. */
  readonly at: number;
}

interface Dispatched {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: Json;
}

/** What outlives a connection, so that a bot can resume: the numbered events. */
export class GatewaySession {
  readonly id: string;
  readonly identify: Identify;
  readonly #events: Dispatched[] = [];
  #socket: WebSocket | undefined;
  #closed: WebSocket | undefined;

  constructor(id: string, identify: Identify) {
    this.id = id;
    this.identify = identify;
  }

  get isConnected(): boolean {
    return this.#socket !== undefined;
  }

  attach(socket: WebSocket): void {
    this.#socket = socket;
    socket.once("close", () => {
      if (this.#socket === socket) this.#socket = undefined;
    });
  }

  /** Numbers the event, keeps it for a resume, and sends it when someone is connected. */
  dispatch(name: string, data: Json): void {
    const event: Dispatched = { op: 0, t: name, s: this.#events.length + 1, d: data };
    this.#events.push(event);
    this.send(event);
  }

  replay(after: number): void {
    for (const event of this.#events.filter(({ s }) => s > after)) this.send(event);
  }

  /** The last event of this name once more, with a new number: Discord delivers at least once. */
  repeat(name: string): void {
    this.dispatch(name, this.last(name));
  }

  /** What the last event of this name held. */
  last(name: string): Json {
    const event = this.#events.findLast(({ t }) => t === name);
    if (event === undefined) throw new Error(`no ${name} was sent yet`);
    return event.d;
  }

  send(frame: unknown): void {
    this.#socket?.send(JSON.stringify(frame));
  }

  /** Reads nothing more, not even a goodbye. */
  freeze(): void {
    this.#socket?.pause();
  }

  close(code: number): void {
    this.#closed = this.#socket;
    this.#socket?.close(code);
  }

  /** Whether a connection was closed from this side, so that its code is no goodbye of the bot. */
  isClosedByDiscord(socket: WebSocket): boolean {
    return this.#closed === socket;
  }

  /** Cuts the connection without a close frame, as a dying network does. */
  drop(): void {
    this.#socket?.terminate();
    this.#socket = undefined;
  }
}
