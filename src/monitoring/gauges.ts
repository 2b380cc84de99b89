/** What is looked up when somebody reads the metrics, rather than counted. */
export interface Gauges {
  readonly guilds: () => number;
  /** Shards of this process. */
  readonly shards: () => number;
  /** Those of them that are connected. */
  readonly shardsReady: () => number;
  /** Seconds until Discord answers a heartbeat, of the slowest shard; NaN while none was answered. */
  readonly gatewayLatency: () => number;
  /** Of the built-in documents. */
  readonly snippets: () => number;
  /** Servers' engines in memory, the bytes they are estimated at, and how many these may be. */
  readonly engines: () => number;
  readonly engineBytes: () => number;
  readonly mostEngineBytes: () => number;
}

interface Described {
  readonly key: keyof Gauges;
  /** Without the prefix of all. */
  readonly name: string;
  readonly help: string;
}

/** How they are named in the metrics. */
export const GAUGES: readonly Described[] = [
  { key: "guilds", name: "guilds", help: "Servers of this process" },
  { key: "shards", name: "gateway_shards", help: "Shards of this process" },
  { key: "shardsReady", name: "gateway_shards_ready", help: "Shards of this process that are connected" },
  {
    key: "gatewayLatency",
    name: "gateway_latency_seconds",
    help: "Seconds until Discord answers a heartbeat, of the slowest shard",
  },
  { key: "snippets", name: "snippets", help: "Snippets of the built-in documents" },
  { key: "engines", name: "engines", help: "Engines of servers that are kept in memory" },
  { key: "engineBytes", name: "engine_bytes", help: "Estimated bytes of the engines of servers" },
  {
    key: "mostEngineBytes",
    name: "engine_limit_bytes",
    help: "Estimated bytes that the engines of servers may take together",
  },
];
