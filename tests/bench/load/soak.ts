import { ROLECALL } from "../program.ts";
import { alignColumns } from "../columns.ts";
import { percentile } from "../statistics.ts";
import { startUnderLoad, type BotUnderLoad } from "./bot-under-load.ts";
import { growthOf, type Sample } from "./growth.ts";
import { mixAsks } from "./mixed-asks.ts";

/** How a soak is run: a busy machine takes longer over it. */
export interface SoakPlan {
  /** How often the heap is read. */
  readonly samples: number;
  /** Samples of the beginning, in which caches fill, that do not count. */
  readonly warmUp: number;
  /** Seconds of asking before each sample. */
  readonly sampleEvery: number;
  readonly asksPerSecond: number;
  /** Who ask, and where: what the bot remembers of them fills in the warm-up. */
  readonly members: number;
  readonly servers: number;
}

/** What was seen since the sample before. */
export interface SoakSample extends Sample {
  /** Bytes held. */
  readonly rss: number;
  /** Milliseconds to the first response. */
  readonly p99: number;
  readonly lost: number;
}

export interface Soaked {
  readonly plan: SoakPlan;
  readonly samples: readonly SoakSample[];
  /** Bytes that the heap gained after the warm-up. */
  readonly growth: number;
  readonly asks: number;
}

const IN_FLIGHT = 50;

const SAMPLE_EVERY = 10;
/** In the first five minutes caches fill, of shorter soaks in the first third. */
const WARM_UP_MINUTES = 5;

const planFor = (minutes: number): SoakPlan => ({
  samples: (minutes * 60) / SAMPLE_EVERY,
  warmUp: (Math.min(WARM_UP_MINUTES, minutes / 3) * 60) / SAMPLE_EVERY,
  sampleEvery: SAMPLE_EVERY,
  asksPerSecond: 100,
  members: 20_000,
  servers: 1_000,
});

/** Keeps the bot busy for some minutes and reads its heap, garbage collected, again and again. */
export async function measureSoak(minutes: number, tell: (what: string) => void): Promise<Soaked> {
  tell(`asking for ${minutes} minutes`);
  return await soak(planFor(minutes));
}

/** Runs a soak of the built bot. */
export async function soak(plan: SoakPlan): Promise<Soaked> {
  const opening = { servers: plan.servers, shards: 1, channels: 20, roles: 10 };
  const bot = await startUnderLoad({ program: ROLECALL, opening });
  const samples: SoakSample[] = [];
  const begin = performance.now();
  const now = (): number => (performance.now() - begin) / 1_000;
  try {
    while (samples.length < plan.samples) {
      const seen = await askForAWhile(bot, plan, samples.length);
      samples.push({ at: now(), ...seen });
    }
  } finally {
    await bot.stop();
  }
  return {
    plan,
    samples,
    growth: growthOf(samples.slice(plan.warmUp)),
    asks: samples.length * plan.sampleEvery * plan.asksPerSecond,
  };
}

async function askForAWhile(
  bot: BotUnderLoad,
  { sampleEvery, asksPerSecond, members, servers }: SoakPlan,
  seed: number,
): Promise<Omit<SoakSample, "at">> {
  const asks = mixAsks({
    count: sampleEvery * asksPerSecond,
    seed,
    members,
    serverOf: (random) => Math.floor(random() * servers),
  });
  const { responses, lost } = await bot.rush({ asks, inFlight: IN_FLIGHT, perSecond: asksPerSecond });
  const { heap, rss } = await bot.usage({ collect: true });
  return { heap, rss, lost, p99: responses.length > 0 ? percentile(responses, 0.99) : 0 };
}

const BYTES_PER_MB = 1_000_000;
const inMegabytes = (bytes: number): string => (bytes / BYTES_PER_MB).toFixed(1);
/** Of the heap: less is what samples differ by. */
const GROWTH_MOST = 0.02;
const LINES = 20;

/** The samples as text, some twenty of them. */
export function writeSoak({ plan, samples, growth, asks }: Soaked): string {
  const step = Math.max(1, Math.ceil(samples.length / LINES));
  const shown = samples.filter((_, at) => (samples.length - 1 - at) % step === 0);
  const head = ["minute", "heap, MB", "memory, MB", "first response p99, ms", "lost"];
  const lines = shown.map(({ at, heap, rss, p99, lost }) => [
    (at / 60).toFixed(1),
    inMegabytes(heap),
    inMegabytes(rss),
    p99.toFixed(1),
    String(lost),
  ]);
  const last = samples.at(-1)?.heap ?? 0;
  const verdict = growth <= GROWTH_MOST * last ? "met" : "not met";
  return `${alignColumns([head, ...lines])}

${asks.toLocaleString("en")} asks; after the first ${plan.warmUp * plan.sampleEvery} s the heap grew by ${inMegabytes(growth)} MB (target: at most ${GROWTH_MOST * 100} % of it): ${verdict}`;
}
