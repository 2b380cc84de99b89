import { afterAll, beforeAll, expect, test } from "vitest";
import type { Guilds } from "../../src/guilds/guilds.ts";
import { startPostgres, type Postgres } from "../storage/support/postgres.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { askIn, askOwn, type Asked } from "./support/ask-club.ts";
import {
  addClubServers,
  clubFile,
  eachOf,
  hallsIn,
  keepClubDocuments,
  openElsewhere,
  type ClubServer,
} from "./support/club-servers.ts";
import { killMachines, startMachine, type Machine } from "./support/machine.ts";

/** Milliseconds: a minute on a machine of two cores, and more on one with other work. */
const TIMEOUT = 300_000;
const COUNT = 4;
const SERVERS = 400;
/** Milliseconds that who gets no answer waits for it. */
const PATIENCE = 20_000;
/** Milliseconds in which a change is seen that is told of; without that it takes a minute. */
const SOON = 15_000;

let postgres: Postgres;
let discord: LoopbackDiscord;
let databaseUrl: string;
/** What another process of the program sees and changes. */
let elsewhere: Guilds;
let servers: readonly ClubServer[];
/** The processes with the first and the other half of the shards. */
let one: Machine;
let two: Machine;

const start = (shards: string): Promise<Machine> =>
  startMachine({ discord, databaseUrl, shards, shardCount: COUNT });
const shardOf = ({ guild }: ClubServer): number => Number((BigInt(guild.id) >> 22n) % BigInt(COUNT));
const onShards = (...shards: readonly number[]): readonly ClubServer[] =>
  servers.filter((server) => shards.includes(shardOf(server)));
const inShard = (shard: number, at: number): ClubServer => {
  const server = onShards(shard)[at];
  if (server === undefined) throw new Error(`shard ${shard} has no server ${at}`);
  return server;
};

beforeAll(async () => {
  postgres = await startPostgres();
  databaseUrl = await postgres.createDatabase();
  elsewhere = await openElsewhere(databaseUrl);
  discord = await startLoopbackDiscord({
    shards: COUNT,
    messageContent: true,
    patience: PATIENCE,
    callbackLimit: PATIENCE,
  });
  servers = addClubServers(discord, SERVERS);
  await keepClubDocuments(servers, databaseUrl, elsewhere);
  [one, two] = await Promise.all([start("0-1"), start("2-3")]);
}, TIMEOUT);

afterAll(async () => {
  await killMachines();
  await elsewhere.stop();
  await postgres.stop();
  await discord.close();
}, TIMEOUT);

/** Asks in each of some servers; gives those where somebody read of another hall than its own, or of none. */
async function wronglyAnswered(list: readonly ClubServer[]): Promise<readonly unknown[]> {
  const wrong: unknown[] = [];
  await eachOf(list, async (server) => {
    const halls = await askOwn(discord, server);
    if (halls.join() !== server.hall) wrong.push({ own: server.hall, halls });
  });
  return wrong;
}

test(
  "each server is answered by its own documents, whichever process serves it",
  { timeout: TIMEOUT },
  async () => {
    expect(await wronglyAnswered(servers)).toEqual([]);
  },
);

test(
  "a process that dies loses what was under way there and nothing else, and its servers are answered again when it is back",
  { timeout: TIMEOUT },
  async () => {
    const underWay = new Set<Asked>();
    const ask = async (server: ClubServer): Promise<Asked> => {
      const asked = askIn(discord, server);
      underWay.add(asked);
      await asked.over;
      underWay.delete(asked);
      return asked;
    };
    const asked: Asked[] = [];
    const [first, second] = [onShards(0, 1), onShards(2, 3)];
    let isDown = false;
    const before = eachOf(first, async (server) => {
      if (!isDown) asked.push(await ask(server));
    });
    const meanwhile = eachOf([...second, ...second], async (server) => asked.push(await ask(server)));
    await discord.until(() => asked.length >= 40, "nothing was answered");

    one.freeze();
    const surelyLost = first.slice(-5).map(ask);
    const wasUnderWay = [...underWay].filter(({ server }) => first.includes(server));
    isDown = true;
    await one.kill();
    one = await start("0-1");
    expect(await wronglyAnswered(first)).toEqual([]);
    await Promise.all([before, meanwhile]);

    const answered = asked.filter(({ text }) => text !== undefined);
    const lost = [...asked, ...(await Promise.all(surelyLost))].filter(({ text }) => text === undefined);
    for (const { server, text } of answered) expect(hallsIn(text ?? "")).toEqual([server.hall]);
    expect(lost.filter((each) => !wasUnderWay.includes(each))).toEqual([]);
    expect(lost.length).toBeGreaterThanOrEqual(surelyLost.length);
    expect(answered.filter(({ server }) => second.includes(server))).toHaveLength(2 * second.length);
    expect(discord.identifies.filter(({ shard: [id] }) => id > 1)).toHaveLength(2);
    expect(two.lines.filter((line) => /"level":"(?:warn|error|fatal)"/.test(line))).toEqual([]);
  },
);

test(
  "a change that another process makes is seen at once, in its server alone",
  { timeout: TIMEOUT },
  async () => {
    const [changed, forgotten, other] = [inShard(2, 0), inShard(2, 1), inShard(2, 2)];
    // What is known is then fresh for a minute.
    expect(await wronglyAnswered([changed, forgotten, other])).toEqual([]);
    await elsewhere.documents.upload(changed.guild.id, clubFile("Hall 9001"), "our-club");
    await elsewhere.forget(forgotten.guild.id);
    await expect.poll(() => askOwn(discord, changed), { timeout: SOON }).toEqual(["Hall 9001"]);
    await expect.poll(() => askOwn(discord, forgotten), { timeout: SOON }).toEqual([]);
    expect(await wronglyAnswered([other])).toEqual([]);
    await elsewhere.documents.upload(forgotten.guild.id, clubFile(forgotten.hall));
    await elsewhere.documents.upload(changed.guild.id, clubFile(changed.hall), "our-club");
  },
);

test(
  "servers that move to another process are answered and changed there, and every process sees it",
  { timeout: TIMEOUT },
  async () => {
    expect(await Promise.all([one.stop(), two.stop()])).toEqual([0, 0]);
    [one, two] = await Promise.all([start("0-2"), start("3")]);
    const some = [0, 1, 2, 3].flatMap((shard) => onShards(shard).slice(0, 5));
    expect(await wronglyAnswered(some)).toEqual([]);
    const moved = inShard(2, 3);
    expect((await elsewhere.settingsOf(moved.guild.id)).language).toBeUndefined();
    const mara = discord.member("mara", { permissions: ["ManageGuild"] }).in({ channel: moved.channel });
    await mara.uses("/settings language", { language: "es" });
    const seen = async () => (await elsewhere.settingsOf(moved.guild.id)).language;
    await expect.poll(seen, { timeout: SOON }).toBe("es");
  },
);

test("no question was answered twice", () => {
  const callbacks = discord.requests.filter(
    ({ method, path }) => method === "POST" && /^\/interactions\/\d+\/.*\/callback$/.test(path),
  );
  expect(new Set(callbacks.map(({ path }) => path)).size).toBe(callbacks.length);
  expect(callbacks.length).toBeGreaterThan(SERVERS);
  expect(discord.violations).toEqual([]);
});
