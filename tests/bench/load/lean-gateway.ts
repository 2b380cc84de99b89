import type { Server } from "node:http";
import { GatewayOpcodes } from "discord.js";
import { WebSocketServer, type WebSocket } from "ws";
import { z } from "zod";
import type { Opening } from "./ask.ts";
import { APPLICATION, BOT, shardOf, serverId, writeGuild } from "./payloads.ts";

const FRAME = z.object({ op: z.number(), d: z.unknown() });
const IDENTIFY = z.object({ shard: z.tuple([z.number(), z.number()]).optional() });
/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
const OP: Readonly<Record<"dispatch" | "heartbeat" | "identify" | "hello" | "ack", number>> = {
  dispatch: GatewayOpcodes.Dispatch,
  heartbeat: GatewayOpcodes.Heartbeat,
  identify: GatewayOpcodes.Identify,
  hello: GatewayOpcodes.Hello,
  ack: GatewayOpcodes.HeartbeatAck,
};
const HEARTBEAT_INTERVAL = 41_250;

/** Discord's gateway as far as a load needs it. */
export interface LeanGateway {
  /** Sends an event to the shard of a server. */
  dispatch(server: number, name: string, data: unknown): void;
}

/** `onReady` is called once every shard has handled what it was told of its servers. */
export function openGateway(server: Server, opening: Opening, onReady: () => void): LeanGateway {
  const shards = new Map<number, (name: string, data: unknown) => void>();
  let ready = 0;
  new WebSocketServer({ server }).on("connection", (socket) => {
    const dispatch = dispatcherOf(socket);
    let isWelcome = false;
    socket.on("message", (data: Buffer) => {
      const { op, d } = FRAME.parse(JSON.parse(data.toString("utf8")));
      if (op === OP.identify) {
        const [shard] = IDENTIFY.parse(d).shard ?? [0];
        shards.set(shard, dispatch);
        welcome(shard, { dispatch, opening });
        isWelcome = true;
        // Frames are handled in order: who answers this one has handled all before.
        socket.send(JSON.stringify({ op: OP.heartbeat, d: null }));
      }
      if (op !== OP.heartbeat) return;
      socket.send(JSON.stringify({ op: OP.ack }));
      if (isWelcome && ++ready === opening.shards) onReady();
      isWelcome = false;
    });
    socket.send(JSON.stringify({ op: OP.hello, d: { heartbeat_interval: HEARTBEAT_INTERVAL } }));
  });
  return { dispatch: (at, name, data) => shards.get(shardOf(at, opening.shards))?.(name, data) };
}

function dispatcherOf(socket: WebSocket): (name: string, data: unknown) => void {
  let sequence = 0;
  return (name, data) => socket.send(JSON.stringify({ op: OP.dispatch, t: name, s: ++sequence, d: data }));
}

interface Welcome {
  readonly dispatch: (name: string, data: unknown) => void;
  readonly opening: Opening;
}

function welcome(shard: number, { dispatch, opening }: Welcome): void {
  const servers = Array.from({ length: opening.servers }, (_, server) => server).filter(
    (server) => shardOf(server, opening.shards) === shard,
  );
  dispatch("READY", {
    v: 10,
    user: BOT,
    session_id: `session-${shard}`,
    resume_gateway_url: "ws://127.0.0.1:1",
    shard: [shard, opening.shards],
    application: { id: APPLICATION["id"], flags: APPLICATION["flags"] },
    guilds: servers.map((server) => ({ id: serverId(server), unavailable: true })),
  });
  for (const server of servers) dispatch("GUILD_CREATE", writeGuild(server, opening));
}
