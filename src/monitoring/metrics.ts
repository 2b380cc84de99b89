import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** How a question reached the bot. */
export type Surface = "command" | "message" | "edit" | "click" | "menu";

/** What is counted and timed while the bot runs; never a word, a member or a server. */
export interface Metrics {
  /** An answer, or what came instead of one; `seconds` from the event to the first response. */
  answered(outcome: { readonly surface: Surface; readonly outcome: string; readonly seconds: number }): void;
  /** A silence where the bot would have spoken. */
  skipped(reason: string): void;
  /** A failure that a member or the log was told of. */
  failed(): void;
  databaseFailed(): void;
  /** An answer of Discord's REST API that is an error. */
  restFailed(status: number): void;
  /** Discord asked to wait. */
  limited(isGlobal: boolean): void;
  reconnected(): void;
  /** A shard got a new session: what happened since the last one is not known. */
  sessionLost(): void;
  /** The text that Prometheus reads, and its media type. */
  expose(): Promise<{ readonly text: string; readonly type: string }>;
}

/** What is looked up when somebody asks, rather than counted. */
export interface Gauges {
  readonly guilds: () => number;
  /** Shards of this process that are connected. */
  readonly shardsReady: () => number;
  readonly snippets: () => number;
}

/** Seconds: an answer takes milliseconds, and Discord waits three seconds. */
const BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

const PREFIX = "rolecall_";

/** Counts in a registry of its own, with the process's own figures; https://prometheus.io/docs/practices/naming. */
export function createMetrics(): Metrics & { watch(gauges: Gauges): void } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { answers, skips, failures, database, rest, limits, reconnects, sessions } = createCounters(registry);
  const responses = new Histogram({
    name: `${PREFIX}first_response_seconds`,
    help: "Seconds from an event to the first response",
    labelNames: ["surface"],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    answered: ({ surface, outcome, seconds }) => {
      answers.inc({ surface, outcome });
      responses.observe({ surface }, seconds);
    },
    skipped: (reason) => skips.inc({ reason }),
    failed: () => failures.inc(),
    databaseFailed: () => database.inc(),
    restFailed: (status) => rest.inc({ status: String(status) }),
    limited: (isGlobal) => limits.inc({ scope: isGlobal ? "global" : "route" }),
    reconnected: () => reconnects.inc(),
    sessionLost: () => sessions.inc(),
    expose: async () => ({ text: await registry.metrics(), type: registry.contentType }),
    watch: (gauges) => watch(gauges, registry),
  };
}

function createCounters(registry: Registry) {
  const counter = <Label extends string = never>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
  ): Counter<Label> =>
    new Counter({ name: PREFIX + name, help, labelNames: [...labelNames], registers: [registry] });
  return {
    answers: counter("answers_total", "Answers by how they were asked for and what they came to", [
      "surface",
      "outcome",
    ]),
    skips: counter("skipped_total", "Silences by reason", ["reason"]),
    failures: counter("failures_total", "Failures that ended in an apology or a line of the log"),
    database: counter("database_errors_total", "Failures of the database"),
    rest: counter("rest_errors_total", "Error answers of Discord's REST API by status", ["status"]),
    limits: counter("rest_rate_limited_total", "Times that Discord asked to wait", ["scope"]),
    reconnects: counter("gateway_reconnects_total", "Times that a shard connected again"),
    sessions: counter("gateway_sessions_lost_total", "Times that a shard lost what was said meanwhile"),
  };
}

function watch({ guilds, shardsReady, snippets }: Gauges, registry: Registry): void {
  const gauge = (name: string, help: string, look: () => number): void => {
    const made: Gauge = new Gauge({
      name: PREFIX + name,
      help,
      registers: [registry],
      collect: () => made.set(look()),
    });
  };
  gauge("guilds", "Servers of this process", guilds);
  gauge("gateway_shards_ready", "Shards of this process that are connected", shardsReady);
  gauge("snippets", "Snippets of the built-in documents", snippets);
}
