import type { Server } from "node:http";
import { GatewayCloseCodes, GatewayOpcodes } from "discord.js";
import { WebSocketServer, type WebSocket } from "ws";
import { GatewayConnection, type Resume } from "./gateway-connection.ts";
import { GatewayFaults } from "./gateway-faults.ts";
import { GatewaySession, type Identify } from "./gateway-session.ts";
import { wireGuild, wireMember } from "./guilds.ts";
import { asList, asText, type Json } from "./json.ts";
import { portOf } from "./port.ts";
import { areAllowed, areKnown, hears, redacted } from "./visibility.ts";
import type { Guild, World, WorldEvent } from "./world.ts";

const REQUEST_MEMBERS: number = GatewayOpcodes.RequestGuildMembers;

export interface GatewaySettings {
  readonly token: string;
  readonly heartbeatInterval: number;
  /** Shards that may identify within five seconds, each of another remainder; all where it is not set. */
  readonly maxConcurrency: number | undefined;
}

/** https://docs.discord.com/developers/events/gateway#rate-limiting: milliseconds between two identifies of a bucket. */
export const IDENTIFY_DISTANCE = 5_000;
/** Milliseconds by which messages that were sent in time may seem to come too soon. */
const LENIENCE = 100;

/** https://docs.discord.com/developers/events/gateway, on the server's side. */
export class Gateway {
  readonly #world: World;
  readonly #settings: GatewaySettings;
  readonly #server: Server;
  readonly #sockets: WebSocketServer;
  readonly #sessions: GatewaySession[] = [];
  readonly faults = new GatewayFaults();
  readonly identifies: Identify[] = [];
  /** When a shard of each bucket identified last. */
  readonly #identified = new Map<number, number>();
  resumes = 0;
  heartbeats = 0;

  constructor(server: Server, world: World, settings: GatewaySettings) {
    this.#server = server;
    this.#world = world;
    this.#settings = settings;
    this.#sockets = new WebSocketServer({ server, path: "/gateway" });
    this.#sockets.on("connection", (socket) => this.#welcome(socket));
    world.onEvent((event) => this.#deliver(event));
  }

  get url(): string {
    return `ws://127.0.0.1:${portOf(this.#server)}/gateway`;
  }

  get sessions(): readonly GatewaySession[] {
    return this.#sessions;
  }

  get connected(): readonly GatewaySession[] {
    return this.#sessions.filter(({ isConnected }) => isConnected);
  }

  /** Resolves when every connected bot has answered, and so has received all that was sent before. */
  async barrier(patience: number): Promise<void> {
    const target = this.heartbeats + this.connected.length;
    for (const session of this.connected) session.send({ op: GatewayOpcodes.Heartbeat, d: null });
    await this.#world.changes.until(() => this.heartbeats >= target || undefined, {
      patience,
      failure: () => "the bot did not answer a heartbeat request",
    });
  }

  /** Sends an event as it stands, whatever the intents. */
  dispatch(name: string, data: Json): void {
    this.#sessionFor(asText(data["guild_id"]) || undefined).dispatch(name, data);
  }

  /** Forgets the sessions: whoever resumes is told that the session is invalid. */
  invalidateSessions(): void {
    for (const session of this.#sessions.splice(0)) {
      session.send({ op: GatewayOpcodes.InvalidSession, d: false });
    }
  }

  forgetSessions(): void {
    this.#sessions.splice(0);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    await new Promise((resolve) => {
      this.#sockets.close(resolve);
    });
  }

  #welcome(socket: WebSocket): void {
    const connection = new GatewayConnection(socket, {
      identify: (identify, token) => this.#identify(socket, identify, token),
      resume: (resume, token) => this.#resume(socket, resume, token),
      heartbeat: () => {
        this.heartbeats += 1;
        this.#world.changes.notify();
        return this.faults.acknowledges;
      },
      other: (opcode, data) => {
        if (opcode === REQUEST_MEMBERS) this.#sendMembers(data);
      },
    });
    connection.hello(this.#settings.heartbeatInterval);
  }

  #identify(socket: WebSocket, identify: Identify, token: string): number | "too-soon" | undefined {
    this.identifies.push(identify);
    const [shardId, shardCount] = identify.shard;
    if (this.faults.turnsAwayWith !== undefined) return this.faults.turnsAwayWith;
    if (token !== this.#settings.token) return GatewayCloseCodes.AuthenticationFailed;
    if (shardId >= shardCount) return GatewayCloseCodes.InvalidShard;
    if (!areKnown(identify.intents)) return GatewayCloseCodes.InvalidIntents;
    if (!areAllowed(identify.intents, this.#world.application.flags))
      return GatewayCloseCodes.DisallowedIntents;
    if (this.#isTooSoon(identify)) return "too-soon";
    this.#startSession(socket, identify);
    return undefined;
  }

  #isTooSoon({ shard: [shardId], at }: Identify): boolean {
    const { maxConcurrency } = this.#settings;
    if (maxConcurrency === undefined) return false;
    const bucket = shardId % maxConcurrency;
    const last = this.#identified.get(bucket) ?? Number.NEGATIVE_INFINITY;
    const isTooSoon = at - last < IDENTIFY_DISTANCE - LENIENCE;
    if (!isTooSoon) this.#identified.set(bucket, at);
    return isTooSoon;
  }

  #startSession(socket: WebSocket, identify: Identify): void {
    const session = new GatewaySession(this.#world.clock.snowflake(), identify);
    const guilds = [...this.#world.guilds.values()].filter(
      (guild) => guild.hasBot && servesGuild(session, guild.id),
    );
    this.#attach(session, socket);
    session.dispatch("READY", this.#ready(session, guilds));
    for (const guild of guilds.filter(({ isDown }) => !isDown)) {
      this.#deliverTo(session, {
        name: "GUILD_CREATE",
        data: wireGuild(this.#world, guild),
        guildId: guild.id,
      });
    }
    this.#sessions.push(session);
    this.#world.changes.notify();
  }

  /** A session ends when its bot says goodbye; after any other close it can be resumed. */
  #attach(session: GatewaySession, socket: WebSocket): void {
    session.attach(socket);
    socket.once("close", (code) => {
      const isGoodbye = (code === 1_000 || code === 1_001) && !session.isClosedByDiscord(socket);
      if (isGoodbye && this.#sessions.includes(session))
        this.#sessions.splice(this.#sessions.indexOf(session), 1);
      this.#world.changes.notify();
    });
  }

  #ready({ id, identify }: GatewaySession, guilds: readonly Guild[]): Json {
    const { application, bot } = this.#world;
    return {
      v: 10,
      user: { ...bot, verified: true, mfa_enabled: true, email: null, flags: 0 },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: id,
      resume_gateway_url: this.url,
      shard: identify.shard,
      application: { id: application.id, flags: application.flags },
    };
  }

  #resume(socket: WebSocket, { sessionId, sequence }: Resume, token: string): boolean {
    const session = this.#sessions.find(({ id }) => id === sessionId);
    if (session === undefined || token !== this.#settings.token) return false;
    this.resumes += 1;
    this.#attach(session, socket);
    // READY is no event of what it opens.
    session.replay(Math.max(1, sequence - this.faults.overlap));
    session.dispatch("RESUMED", {});
    this.#world.changes.notify();
    return true;
  }

  #deliver(event: WorldEvent): void {
    for (const session of this.#sessions.filter((each) => servesGuild(each, event.guildId))) {
      this.#deliverTo(session, event);
    }
  }

  #deliverTo(session: GatewaySession, event: WorldEvent): void {
    const { intents } = session.identify;
    if (hears(this.#world, intents, event))
      session.dispatch(event.name, redacted(this.#world, intents, event));
  }

  #sessionFor(guildId: string | undefined): GatewaySession {
    const session = this.#sessions.findLast((each) => servesGuild(each, guildId));
    if (session === undefined) throw new Error("no bot is logged in: wait for ready() first");
    return session;
  }

  #sendMembers(request: Json): void {
    const guild = this.#world.guilds.get(asText(request["guild_id"]));
    if (guild === undefined) return;
    const wanted = asList(request["user_ids"] ?? []);
    const users = [...this.#world.users.values()].filter(
      ({ id }) => wanted.length === 0 || wanted.includes(id),
    );
    this.#sessionFor(guild.id).dispatch("GUILD_MEMBERS_CHUNK", {
      guild_id: guild.id,
      members: users.map((user) => ({ ...wireMember(guild, user.id), user })),
      chunk_index: 0,
      chunk_count: 1,
      not_found: [],
      nonce: request["nonce"],
    });
  }
}

/** https://docs.discord.com/developers/events/gateway#sharding: direct messages go to shard 0. */
function servesGuild({ identify: { shard } }: GatewaySession, guildId: string | undefined): boolean {
  const [id, count] = shard;
  return guildId === undefined ? id === 0 : (BigInt(guildId) >> 22n) % BigInt(count) === BigInt(id);
}
