import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { GAUGES, type Gauges } from "./gauges.ts";

/** How a question reached the bot. */
export type Surface = "command" | "message" | "edit" | "click" | "menu";

/** An answer, or what came instead of one. */
export interface AnswerCount {
  readonly surface: Surface;
  readonly outcome: string;
  /** Why it is refused; `undefined` where it is not. */
  readonly reason?: string | undefined;
  /** From the event to the first response. */
  readonly seconds: number;
}

/** What is counted and timed while the bot runs; never a word, a member or a server. */
export interface Metrics {
  answered(answer: AnswerCount): void;
  /** `seconds` from the words of a question to its reply, all in memory. */
  retrieved(seconds: number): void;
  /** A look into what is kept in memory: there, there in an older version, or not there. */
  looked(cache: Cache, outcome: "hit" | "stale" | "miss"): void;
  /** The engine of a server with documents of its own; `seconds` with the reading of its documents. */
  built(outcome: "built" | "failed", seconds: number): void;
  /** A file that a moderator uploaded, by what came of it. */
  uploaded(outcome: string): void;
  drew(outcome: "drawn" | "failed"): void;
  /** A silence where the bot would have spoken. */
  skipped(reason: string): void;
  /** A failure that a member or the log was told of. */
  failed(): void;
  databaseFailed(kind: string): void;
  /** An answer of Discord's REST API that is an error. */
  restFailed(status: number): void;
  /** Discord asked to wait. */
  limited(isGlobal: boolean): void;
  reconnected(): void;
  /** The built-in documents were to be loaded again. */
  reloaded(outcome: string): void;
  /** A failure that nothing handled. */
  unhandled(): void;
  /** Looks things up whenever somebody reads the metrics. */
  watch(gauges: Partial<Gauges>): void;
  /** A shard got a new session: what happened since the last one is not known. */
  sessionLost(): void;
  /** The text that Prometheus reads, and its media type. */
  expose(): Promise<{ readonly text: string; readonly type: string }>;
}

/** What is kept in memory: engines of servers, their settings, and replies. */
export type Cache = "engines" | "settings" | "replies";

/** Seconds: an answer takes milliseconds, and Discord waits three seconds. */
const RESPONSE_BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
/** Seconds: a usual question takes a millisecond, the worst some 25. */
const RETRIEVAL_BUCKETS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];
/** Seconds: a few documents take a tenth of one; reading all again after an update takes long. */
const BUILD_BUCKETS = [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60];

const PREFIX = "rolecall_";

/** Counts in a registry of its own, with the process's own figures; https://prometheus.io/docs/practices/naming. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = createCounters(registry);
  startAtZero(counters);
  const { responses, retrievals, builds } = createHistograms(registry);
  return {
    answered: ({ surface, outcome, reason, seconds }) => {
      counters.answers.inc({ surface, outcome });
      if (reason !== undefined) counters.refusals.inc({ reason });
      responses.observe({ surface }, seconds);
    },
    retrieved: (seconds) => retrievals.observe(seconds),
    looked: (cache, outcome) => counters.looks.inc({ cache, outcome }),
    built: (outcome, seconds) => builds.observe({ outcome }, seconds),
    uploaded: (outcome) => counters.uploads.inc({ outcome }),
    drew: (outcome) => counters.pictures.inc({ outcome }),
    skipped: (reason) => counters.skips.inc({ reason }),
    failed: () => counters.failures.inc(),
    databaseFailed: (kind) => counters.database.inc({ kind }),
    restFailed: (status) => counters.rest.inc({ status: String(status) }),
    limited: (isGlobal) => counters.limits.inc({ scope: isGlobal ? "global" : "route" }),
    reconnected: () => counters.reconnects.inc(),
    sessionLost: () => counters.sessions.inc(),
    unhandled: () => counters.unhandled.inc(),
    reloaded: (outcome) => counters.reloads.inc({ outcome }),
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
    refusals: counter("refusals_total", "Questions that no section answers, by reason", ["reason"]),
    looks: counter("cache_lookups_total", "Looks into what is kept in memory", ["cache", "outcome"]),
    uploads: counter("uploads_total", "Files that moderators uploaded, by what came of them", ["outcome"]),
    pictures: counter("pictures_total", "Pictures that were drawn or not", ["outcome"]),
    skips: counter("skipped_total", "Silences by reason", ["reason"]),
    failures: counter("failures_total", "Failures that ended in an apology or a line of the log"),
    database: counter("database_errors_total", "Failures of the database by kind", ["kind"]),
    rest: counter("rest_errors_total", "Error answers of Discord's REST API by status", ["status"]),
    limits: counter("rest_rate_limited_total", "Times that Discord asked to wait", ["scope"]),
    reconnects: counter("gateway_reconnects_total", "Times that a shard connected again"),
    reloads: counter("knowledge_reloads_total", "Times that the built-in documents were to be loaded again", [
      "outcome",
    ]),
    unhandled: counter("unhandled_rejections_total", "Failures that nothing handled"),
    sessions: counter("gateway_sessions_lost_total", "Times that a shard lost what was said meanwhile"),
  };
}

/** https://prometheus.io/docs/practices/instrumentation#avoid-missing-metrics: an alert sees no first error otherwise. */
const AWAITED_STATUSES = ["401", "403", "429"];
const AWAITED_KINDS = ["unreachable", "timeout", "busy", "full", "other"];

function startAtZero({ rest, database }: ReturnType<typeof createCounters>): void {
  for (const status of AWAITED_STATUSES) rest.inc({ status }, 0);
  for (const kind of AWAITED_KINDS) database.inc({ kind }, 0);
}

function createHistograms(registry: Registry) {
  const registers = [registry];
  return {
    responses: new Histogram({
      name: `${PREFIX}first_response_seconds`,
      help: "Seconds from an event to the first response",
      labelNames: ["surface"],
      buckets: RESPONSE_BUCKETS,
      registers,
    }),
    retrievals: new Histogram({
      name: `${PREFIX}retrieval_seconds`,
      help: "Seconds from the words of a question to its reply",
      buckets: RETRIEVAL_BUCKETS,
      registers,
    }),
    builds: new Histogram({
      name: `${PREFIX}engine_build_seconds`,
      help: "Seconds until the engine of a server with documents of its own was built, or failed",
      labelNames: ["outcome"],
      buckets: BUILD_BUCKETS,
      registers,
    }),
  };
}

function watch(gauges: Partial<Gauges>, registry: Registry): void {
  for (const { key, name, help } of GAUGES) {
    const look = gauges[key];
    if (look === undefined) continue;
    const made: Gauge = new Gauge({
      name: PREFIX + name,
      help,
      registers: [registry],
      collect: () => made.set(look()),
    });
  }
}
