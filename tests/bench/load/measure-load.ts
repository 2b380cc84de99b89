import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BARE_CLIENT, ROLECALL } from "../program.ts";
import { median, percentile } from "../statistics.ts";
import { startUnderLoad, type BotUnderLoad, type Usage } from "./bot-under-load.ts";
import { writeConstantAnswer } from "./constant-answer.ts";
import { mixAsks } from "./mixed-asks.ts";
import type { Ask, Rushed } from "./ask.ts";

/** What one program did with so many asks in flight, in rounds. */
export interface Level {
  readonly inFlight: number;
  /** Answers in a second, of each round. */
  readonly throughput: readonly number[];
  /** Milliseconds to the first response, of all rounds. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of processor time for each ask, of each round. */
  readonly cpu: readonly number[];
  /** Milliseconds that an event waits, the 99th percentile, of each round. */
  readonly delay: readonly number[];
  readonly lost: number;
}

export interface Loaded {
  /** Milliseconds. */
  readonly startedIn: number;
  /** Bytes held after the start, and after all rounds. */
  readonly rssStarted: number;
  readonly rssAfter: number;
  readonly levels: readonly Level[];
}

export interface LoadTimes {
  readonly ours: Loaded;
  /** A client that answers with one word. */
  readonly bare: Loaded;
  /** The same client, but that it answers with the components of one of our answers. */
  readonly constant: Loaded;
}

const OPENING = { servers: 200, shards: 1, channels: 20, roles: 10 };
const LEVELS = [
  { inFlight: 1, count: 1_000 },
  { inFlight: 50, count: 4_000 },
  { inFlight: 500, count: 6_000 },
];
const ROUNDS = 3;
const WARM_UP = 3_000;

/** Puts the programs under the same load in turn, so that whatever else the machine does slows all of them. */
export async function measureLoad(tell: (what: string) => void): Promise<LoadTimes> {
  tell("starting the programs");
  const folder = await mkdtemp(join(tmpdir(), "rolecall-answer-"));
  const file = join(folder, "answer.json");
  await writeConstantAnswer(file);
  const bots = [
    await startUnderLoad({ program: ROLECALL, opening: OPENING }),
    await startUnderLoad({ program: BARE_CLIENT, opening: OPENING }),
    await startUnderLoad({ program: { ...BARE_CLIENT, arguments: [file] }, opening: OPENING }),
  ] as const;
  try {
    const [ours, bare, constant] = [await begin(bots[0]), await begin(bots[1]), await begin(bots[2])];
    for (const level of LEVELS) {
      tell(`${level.inFlight} in flight`);
      for (let round = 0; round < ROUNDS; round++) await playRound(level, [ours, bare, constant]);
    }
    return {
      ours: await conclude(ours),
      bare: await conclude(bare),
      constant: await conclude(constant),
    };
  } finally {
    for (const bot of bots) await bot.stop();
    await rm(folder, { recursive: true });
  }
}

let seed = 0;

async function playRound({ inFlight, count }: (typeof LEVELS)[number], all: readonly Begun[]): Promise<void> {
  const asks = asksOf(count);
  for (const { bot, rounds } of all) rounds.get(inFlight)?.push(await play(bot, { asks, inFlight }));
}

const asksOf = (count: number): Ask[] =>
  mixAsks({ count, seed: seed++, serverOf: (random) => Math.floor(random() * OPENING.servers) });

interface Round extends Rushed {
  readonly usage: Usage;
}

interface Begun {
  readonly bot: BotUnderLoad;
  readonly rssStarted: number;
  /** By how many asks are in flight. */
  readonly rounds: ReadonlyMap<number, Round[]>;
}

async function begin(bot: BotUnderLoad): Promise<Begun> {
  const { rss } = await bot.usage();
  await bot.rush({ asks: asksOf(WARM_UP), inFlight: 50 });
  return { bot, rssStarted: rss, rounds: new Map(LEVELS.map(({ inFlight }) => [inFlight, []])) };
}

async function play(
  bot: BotUnderLoad,
  rush: { readonly asks: readonly Ask[]; readonly inFlight: number },
): Promise<Round> {
  await bot.usage();
  const rushed = await bot.rush({ asks: rush.asks, inFlight: rush.inFlight });
  return { ...rushed, usage: await bot.usage() };
}

async function conclude({ bot, rssStarted, rounds }: Begun): Promise<Loaded> {
  const { rss } = await bot.usage();
  return {
    startedIn: bot.startedIn,
    rssStarted,
    rssAfter: rss,
    levels: [...rounds].map(([inFlight, each]) => levelOf(inFlight, each)),
  };
}

/** Of all rounds with so many in flight. */
function levelOf(inFlight: number, rounds: readonly Round[]): Level {
  const responses = rounds.flatMap((round) => round.responses);
  return {
    inFlight,
    throughput: rounds.map((round) => round.responses.length / round.seconds),
    p50: median(responses),
    p99: percentile(responses, 0.99),
    cpu: rounds.map((round) => round.usage.cpu / round.responses.length),
    delay: rounds.map(({ usage }) => usage.delay),
    lost: rounds.reduce((sum, { lost }) => sum + lost, 0),
  };
}
