import { statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BARE_CLIENT, ROLECALL } from "../program.ts";
import { zipf } from "../scale-words.ts";
import { median, percentile } from "../statistics.ts";
import type { Opening } from "./ask.ts";
import { startUnderLoad, type BotUnderLoad } from "./bot-under-load.ts";
import { mixAsks } from "./mixed-asks.ts";
import { fillDatabase } from "./own-documents.ts";

/** What a process holds that knows so many servers; bytes. */
export interface Known {
  readonly servers: number;
  readonly ours: number;
  readonly bare: number;
}

/** The whole scene: many servers, a part of them with documents of their own. */
export interface Scene {
  readonly servers: number;
  readonly owners: number;
  /** Snippets of an owner, on average, and bytes of the database for each owner. */
  readonly snippets: number;
  readonly stored: number;
  /** Bytes held after the start, after the first questions, after the load; and of objects after collecting garbage. */
  readonly rss: readonly [started: number, cold: number, steady: number];
  readonly heap: number;
  /** Milliseconds to the first response in a server that nobody asked in before. */
  readonly cold: { readonly p50: number; readonly p95: number };
  readonly steady: { readonly p50: number; readonly p99: number; readonly throughput: number };
  /** Milliseconds that an event waits in steady state, the 99th percentile. */
  readonly delay: number;
  readonly lost: number;
}

export interface SceneTimes {
  readonly known: readonly Known[];
  readonly scene: Scene;
}

const SIZES = [100, 1_000, 5_000, 10_000];
const SERVERS = 10_000;
const OWNER_EVERY = 10;
const SNIPPETS = 50;
const COLD_SERVERS = 300;
const STEADY_ASKS = 10_000;
const STEADY_IN_FLIGHT = 10;

/** What a community server has, about. Discord recommends a shard for each 1,000 servers. */
const openingOf = (servers: number): Opening => ({
  servers,
  shards: Math.ceil(servers / 1_000),
  channels: 20,
  roles: 10,
});

/** Measures what knowing many servers costs, and how a server is served among them. */
export async function measureScene(tell: (what: string) => void): Promise<SceneTimes> {
  const known: Known[] = [];
  for (const servers of SIZES) {
    tell(`starting with ${servers.toLocaleString("en")} servers`);
    const opening = openingOf(servers);
    const ours = await rssAfterStart({ program: ROLECALL, opening });
    known.push({ servers, ours, bare: await rssAfterStart({ program: BARE_CLIENT, opening }) });
  }
  return { known, scene: await playScene(tell) };
}

async function rssAfterStart(start: Parameters<typeof startUnderLoad>[0]): Promise<number> {
  const bot = await startUnderLoad(start);
  const { rss } = await bot.usage();
  await bot.stop();
  return rss;
}

async function playScene(tell: (what: string) => void): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), "rolecall-scene-"));
  const database = join(folder, "rolecall.sqlite");
  const owners = Array.from({ length: SERVERS / OWNER_EVERY }, (_, at) => at * OWNER_EVERY);
  tell(`giving ${owners.length} servers documents`);
  const snippets = await fillDatabase(database, { servers: owners, snippets: SNIPPETS });
  const stored = statSync(database).size / owners.length;
  const bot = await startUnderLoad({ program: ROLECALL, opening: openingOf(SERVERS), database });
  try {
    const measured = await ask(bot, { owners, tell });
    return { servers: SERVERS, owners: owners.length, snippets, stored, ...measured };
  } finally {
    await bot.stop();
    await rm(folder, { recursive: true });
  }
}

interface Asking {
  readonly owners: readonly number[];
  readonly tell: (what: string) => void;
}

async function ask(
  bot: BotUnderLoad,
  { owners, tell }: Asking,
): Promise<Omit<Scene, "servers" | "owners" | "snippets" | "stored">> {
  const started = await bot.usage();
  tell(`asking in ${COLD_SERVERS} servers for the first time`);
  const ownerAt = (at: number): number => owners[at] ?? 0;
  const first = await bot.rush({
    asks: mixAsks({ count: COLD_SERVERS, seed: 1, serverOf: (_, at) => ownerAt(at) }),
    inFlight: 1,
  });
  const cold = await bot.usage();
  tell("asking in all servers");
  // A few servers ask the most, whether they have documents or not.
  const rushed = await bot.rush({
    asks: mixAsks({ count: STEADY_ASKS, seed: 2, serverOf: (random) => zipf(SERVERS, random) }),
    inFlight: STEADY_IN_FLIGHT,
  });
  const steady = await bot.usage();
  const { heap } = await bot.usage({ collect: true });
  return {
    rss: [started.rss, cold.rss, steady.rss],
    heap,
    cold: { p50: median(first.responses), p95: percentile(first.responses, 0.95) },
    steady: {
      p50: median(rushed.responses),
      p99: percentile(rushed.responses, 0.99),
      throughput: rushed.responses.length / rushed.seconds,
    },
    delay: steady.delay,
    lost: first.lost + rushed.lost,
  };
}
