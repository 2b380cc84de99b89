import { GatewayCloseCodes, GatewayOpcodes } from "discord.js";
import type { WebSocket } from "ws";
import type { Identify } from "./gateway-session.ts";
import { asJson, asList, asNumber, asText, isJson, type Json } from "./json.ts";
import { GATEWAY_SENDS_PER_MINUTE } from "./limits.ts";

const MINUTE = 60_000;

export interface Resume {
  readonly sessionId: string;
  readonly sequence: number;
}

/** What the gateway does for one connection; a returned number is the code to close with. */
export interface ConnectionHandlers {
  /** Answers `"too-soon"` for a session that is invalid because others identified just before. */
  identify(identify: Identify, token: string): number | "too-soon" | undefined;
  /** Answers whether the session was there to resume. */
  resume(resume: Resume, token: string): boolean;
  /** Answers whether the heartbeat is acknowledged. */
  heartbeat(): boolean;
  other(opcode: number, data: Json): void;
}

/** Reads what a bot sends on one connection and holds it to the protocol. */
export class GatewayConnection {
  readonly #socket: WebSocket;
  readonly #handlers: ConnectionHandlers;
  #authenticated = false;
  #sends: readonly number[] = [];

  constructor(socket: WebSocket, handlers: ConnectionHandlers) {
    this.#socket = socket;
    this.#handlers = handlers;
    // Without a listener a broken frame would end the test process.
    socket.on("error", () => socket.terminate());
    socket.on("message", (data: Buffer) => this.#receive(data.toString("utf8")));
  }

  hello(heartbeatInterval: number): void {
    this.#send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatInterval } });
  }

  #send(frame: unknown): void {
    this.#socket.send(JSON.stringify(frame));
  }

  #receive(text: string): void {
    const frame = parseFrame(text);
    const code =
      frame === undefined ? GatewayCloseCodes.DecodeError : (this.#overRate() ?? this.#handle(frame));
    if (code !== undefined) this.#socket.close(code);
  }

  #overRate(): number | undefined {
    const now = Date.now();
    this.#sends = [...this.#sends.filter((at) => now - at < MINUTE), now];
    return this.#sends.length > GATEWAY_SENDS_PER_MINUTE ? GatewayCloseCodes.RateLimited : undefined;
  }

  #handle(frame: Json): number | undefined {
    const data = asJson(frame["d"]);
    switch (frame["op"]) {
      case GatewayOpcodes.Heartbeat:
        if (this.#handlers.heartbeat()) this.#send({ op: GatewayOpcodes.HeartbeatAck });
        return undefined;
      case GatewayOpcodes.Identify:
        return this.#identify(data);
      case GatewayOpcodes.Resume:
        return this.#resume(data);
      default:
        return this.#other(asNumber(frame["op"]), data);
    }
  }

  #identify(data: Json): number | undefined {
    if (this.#authenticated) return GatewayCloseCodes.AlreadyAuthenticated;
    const [id, count] = asList(data["shard"]).map(asNumber);
    const identify: Identify = {
      intents: asNumber(data["intents"]),
      shard: [id ?? 0, count ?? 1],
      properties: asJson(data["properties"]),
      presence: asJson(data["presence"]),
      at: performance.now(),
    };
    const code = this.#handlers.identify(identify, asText(data["token"]));
    this.#authenticated = code === undefined;
    if (code !== "too-soon") return code;
    this.#send({ op: GatewayOpcodes.InvalidSession, d: false });
    return undefined;
  }

  #resume(data: Json): undefined {
    const resume = { sessionId: asText(data["session_id"]), sequence: asNumber(data["seq"]) };
    this.#authenticated = this.#handlers.resume(resume, asText(data["token"]));
    if (!this.#authenticated) this.#send({ op: GatewayOpcodes.InvalidSession, d: false });
  }

  #other(opcode: number, data: Json): number | undefined {
    if (!this.#authenticated) return GatewayCloseCodes.NotAuthenticated;
    const known: readonly number[] = [
      GatewayOpcodes.PresenceUpdate,
      GatewayOpcodes.VoiceStateUpdate,
      GatewayOpcodes.RequestGuildMembers,
      GatewayOpcodes.RequestSoundboardSounds,
    ];
    if (!known.includes(opcode)) return GatewayCloseCodes.UnknownOpcode;
    this.#handlers.other(opcode, data);
    return undefined;
  }
}

function parseFrame(text: string): Json | undefined {
  try {
    const frame: unknown = JSON.parse(text);
    return isJson(frame) ? frame : undefined;
  } catch {
    // Not JSON at all: the caller closes with "decode error", as Discord does.
    return undefined;
  }
}
