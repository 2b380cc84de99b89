import { once } from "node:events";
import { Client, GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from "discord.js";
import { afterEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { asJson, asText, type Json } from "./json.ts";
import { startLoopbackDiscord, type LoopbackDiscord, type LoopbackOptions } from "./loopback-discord.ts";
import { startSampleBot } from "./sample-bot.ts";

let discord: LoopbackDiscord;
const clients: Client[] = [];
const sockets: WebSocket[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.destroy()));
  for (const socket of sockets.splice(0)) socket.terminate();
  await discord.close();
});

async function start(options: LoopbackOptions = {}): Promise<void> {
  discord = await startLoopbackDiscord(options);
}

async function login(options: Parameters<typeof startSampleBot>[1] = {}): Promise<Client<true>> {
  const client = await startSampleBot(discord, options);
  clients.push(client);
  return client;
}

/** A bare connection, for what discord.js never does. */
class RawBot {
  readonly socket: WebSocket;
  readonly frames: Json[] = [];
  readonly closed: Promise<number>;

  constructor(url: string) {
    this.socket = new WebSocket(url);
    sockets.push(this.socket);
    this.socket.on("message", (data: Buffer) => this.#receive(asJson(JSON.parse(data.toString("utf8")))));
    this.closed = once(this.socket, "close").then(([code]) => Number(code));
  }

  #receive(frame: Json): void {
    this.frames.push(frame);
    if (frame["op"] === GatewayOpcodes.Heartbeat) this.send({ op: GatewayOpcodes.Heartbeat, d: null });
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
  }

  identify(fields: Json = {}): void {
    this.send({
      op: GatewayOpcodes.Identify,
      d: { token: discord.token, intents: 1, shard: [0, 1], ...fields },
    });
  }

  /** The first frame with this opcode, or this event name. */
  async frame(wanted: number | string): Promise<Json> {
    const found = this.frames.find(({ op, t }) => op === wanted || t === wanted);
    if (found !== undefined) return found;
    await once(this.socket, "message");
    return this.frame(wanted);
  }
}

async function connect(): Promise<RawBot> {
  const headers = { authorization: `Bot ${discord.token}` };
  const response = await fetch(`${discord.restUrl}/v10/gateway/bot`, { headers });
  const { url } = asJson(await response.json());
  const bot = new RawBot(asText(url));
  await bot.frame(GatewayOpcodes.Hello);
  return bot;
}

async function identified(fields: Json = {}): Promise<RawBot> {
  const bot = await connect();
  bot.identify(fields);
  await bot.frame("GUILD_CREATE");
  return bot;
}

describe("the gateway closes a connection that", () => {
  test.each<[string, (bot: RawBot) => void, GatewayCloseCodes]>([
    ["sends no JSON", (bot) => bot.send("{"), GatewayCloseCodes.DecodeError],
    ["speaks before it identifies", (bot) => bot.send({ op: 3, d: {} }), GatewayCloseCodes.NotAuthenticated],
    ["has a wrong token", (bot) => bot.identify({ token: "wrong" }), GatewayCloseCodes.AuthenticationFailed],
    [
      "asks for an intent that does not exist",
      (bot) => bot.identify({ intents: 1 << 30 }),
      GatewayCloseCodes.InvalidIntents,
    ],
    [
      "is a shard that does not exist",
      (bot) => bot.identify({ shard: [2, 2] }),
      GatewayCloseCodes.InvalidShard,
    ],
    [
      "asks for message content while the switch is off",
      (bot) => bot.identify({ intents: 1 << 15 }),
      GatewayCloseCodes.DisallowedIntents,
    ],
    [
      "asks for members while the switch is off",
      (bot) => bot.identify({ intents: 1 << 1 }),
      GatewayCloseCodes.DisallowedIntents,
    ],
    ["identifies twice", (bot) => [bot.identify(), bot.identify()], GatewayCloseCodes.AlreadyAuthenticated],
    [
      "uses an unknown opcode",
      (bot) => [bot.identify(), bot.send({ op: 99 })],
      GatewayCloseCodes.UnknownOpcode,
    ],
    [
      "sends 121 times a minute",
      (bot) => Array.from({ length: 121 }, () => bot.send({ op: 1, d: null })),
      GatewayCloseCodes.RateLimited,
    ],
  ])("%s", async (_, act, code) => {
    await start();
    const bot = await connect();
    act(bot);
    expect(await bot.closed).toBe(code);
  });
});

test("a heartbeat is acknowledged", async () => {
  await start();
  const bot = await connect();
  bot.send({ op: GatewayOpcodes.Heartbeat, d: null });
  expect(await bot.frame(GatewayOpcodes.HeartbeatAck)).toEqual({ op: GatewayOpcodes.HeartbeatAck });
});

test("a wrong token is refused before the gateway", async () => {
  await start();
  const client = new Client({ intents: [], rest: { api: discord.restUrl } });
  await expect(client.login("wrong")).rejects.toThrow("An invalid token was provided");
});

test("discord.js learns that an intent is not allowed", async () => {
  await start();
  await expect(login({ intents: [GatewayIntentBits.MessageContent] })).rejects.toThrow("disallowed intents");
});

test("an identify keeps its intents and shard for tests to look at", async () => {
  await start({ messageContent: true });
  await login({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] });
  expect(discord.identifies).toMatchObject([{ intents: 1 | (1 << 15), shard: [0, 1] }]);
});

test("a shard that identifies too soon after another one of its bucket gets an invalid session", async () => {
  await start({ maxConcurrency: 2 });
  const [first, second, third] = [await connect(), await connect(), await connect()];
  for (const [id, bot] of [first, second, third].entries()) bot.identify({ shard: [id, 3] });
  await Promise.all([first.frame("READY"), second.frame("READY")]);
  expect(await third.frame(GatewayOpcodes.InvalidSession)).toMatchObject({ d: false });
  expect(third.frames.map(({ t }) => t)).not.toContain("READY");
});

test("a guild is known from the start, and one that adds the bot later too", async () => {
  await start();
  const client = await login();
  const later = discord.guild({ name: "Later", channels: [{ name: "help", kind: "forum" }] });
  await discord.delivered();
  expect(client.guilds.cache.map(({ name }) => name)).toEqual(["Home", "Later"]);
  discord.removeBot(later);
  await discord.delivered();
  expect(client.guilds.cache.map(({ name }) => name)).toEqual(["Home"]);
});

test("without the guilds intent a bot hears of no guild", async () => {
  await start();
  const bot = await connect();
  bot.identify({ intents: 0 });
  await bot.frame("READY");
  discord.guild({ name: "Later" });
  await discord.delivered();
  expect(bot.frames.map(({ t }) => t)).not.toContain("GUILD_CREATE");
});

describe("a session", () => {
  test("is resumed by discord.js after a drop, with every event that it missed", async () => {
    await start();
    const heard: string[] = [];
    await login({ onMessage: async ({ content }) => heard.push(content) });
    discord.dropConnection();
    await discord.member("ada").directMessages("while you were away");
    await discord.until(() => heard.length > 0, "the missed message did not come");
    expect({ heard, resumes: discord.resumes }).toEqual({ heard: ["while you were away"], resumes: 1 });
  });

  test("replays from the number after the one that the bot names", async () => {
    await start();
    const bot = await identified();
    const { session_id } = asJson((await bot.frame("READY"))["d"]);
    bot.socket.terminate();
    await bot.closed;
    discord.guild({ name: "Later" });
    const again = await connect();
    again.send({ op: GatewayOpcodes.Resume, d: { token: discord.token, session_id, seq: 1 } });
    await again.frame("RESUMED");
    expect(again.frames.slice(1).map(({ t, s }) => [t, s])).toEqual([
      ["GUILD_CREATE", 2],
      ["GUILD_CREATE", 3],
      ["RESUMED", 4],
    ]);
  });

  test.each<[string, () => void]>([
    ["after the bot said goodbye", () => sockets[0]?.close(1_000)],
    ["after Discord forgot it", () => [discord.forgetSessions(), discord.closeConnection(4_000)]],
  ])("cannot be resumed %s", async (_, end) => {
    await start();
    const bot = await identified();
    const { session_id } = asJson((await bot.frame("READY"))["d"]);
    end();
    bot.socket.terminate();
    await bot.closed;
    const again = await connect();
    again.send({ op: GatewayOpcodes.Resume, d: { token: discord.token, session_id, seq: 1 } });
    expect(await again.frame(GatewayOpcodes.InvalidSession)).toMatchObject({ d: false });
  });

  test("that is declared invalid is announced to the bot", async () => {
    await start();
    const bot = await identified();
    discord.invalidateSessions();
    expect(await bot.frame(GatewayOpcodes.InvalidSession)).toMatchObject({ d: false });
  });

  test("ends with the code that a test chooses", async () => {
    await start();
    const bot = await identified();
    discord.closeConnection(GatewayCloseCodes.SessionTimedOut);
    expect(await bot.closed).toBe(GatewayCloseCodes.SessionTimedOut);
  });
});

test("a guild's events go to its shard, direct messages to shard 0", async () => {
  await start({ shards: 2 });
  const heardBy = new Map<string, number[]>();
  const client = await login({
    shards: "auto",
    onMessage: async ({ content, guild }) =>
      heardBy.set(content, [...(heardBy.get(content) ?? []), guild?.shardId ?? 0]),
  });
  await discord.ready();
  const ada = discord.member("ada");
  await ada.says("in the guild");
  await ada.directMessages("in private");
  await discord.delivered();
  const home = Number((BigInt(discord.home.id) >> 22n) % 2n);
  expect(client.ws.shards.size).toBe(2);
  expect(Object.fromEntries(heardBy)).toEqual({ "": [home], "in private": [0] });
});

/** A member's reply to a message of the bot. */
async function replies({ pings }: { readonly pings: boolean }): Promise<void> {
  const path = `${discord.restUrl}/v10/channels/${discord.channel("general").id}/messages`;
  const headers = { authorization: `Bot ${discord.token}`, "content-type": "application/json" };
  const body = JSON.stringify({ content: "I am here", allowed_mentions: { parse: [] } });
  const { id } = asJson(await (await fetch(path, { method: "POST", headers, body })).json());
  const replyTo = {
    messageId: asText(id),
    channelId: discord.channel("general").id,
    text: "",
    requestsBefore: 0,
  };
  await discord.member("ada").says("hi", { replyTo, pings });
}

describe("without the Message Content intent a message arrives", () => {
  test.each<[string, () => Promise<unknown>, string]>([
    ["without its content", () => discord.member("ada").says("secret"), ""],
    ["whole when it mentions the bot", () => discord.member("ada").says("hi", { mentionBot: true }), "hi"],
    ["whole when it is a direct message", () => discord.member("ada").directMessages("hi"), "hi"],
    ["whole when it replies to the bot and pings it", () => replies({ pings: true }), "hi"],
    ["without its content when the reply does not ping", () => replies({ pings: false }), ""],
  ])("%s", async (_, say, content) => {
    await start();
    const bot = await identified({
      intents: GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages | 1,
    });
    await say();
    await discord.delivered();
    const event = bot.frames.findLast(({ t }) => t === "MESSAGE_CREATE");
    expect(asText(asJson(event?.["d"])["content"]).replace(/^<@\d+> /, "")).toBe(content);
  });
});

test("with the Message Content intent every message arrives whole", async () => {
  await start({ messageContent: true });
  const heard: string[] = [];
  const intents = [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.MessageContent,
  ];
  await login({ intents, onMessage: async ({ content }) => heard.push(content) });
  await discord.member("ada").says("in the open");
  await discord.delivered();
  expect(heard).toEqual(["in the open"]);
});

test("a message in a channel that the bot cannot see does not arrive", async () => {
  await start();
  const heard: string[] = [];
  await login({ onMessage: async ({ content }) => heard.push(content) });
  discord.deny(discord.channel("career-questions"), "ViewChannel");
  await discord.silence(
    await discord.member("ada").says("hi", { channel: "career-questions", mentionBot: true }),
  );
  expect(heard).toEqual([]);
});
