import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { inTime } from "../guilds/in-time.ts";
import type { Metrics } from "./metrics.ts";
import { MonitoringRefusal } from "./monitoring-refusal.ts";

/** Whether the process can do its work; a part that is not ready is named. */
export interface Health {
  /** Whether all own shards are connected. */
  readonly gateway: () => boolean;
  /** Whether there are documents to answer from. */
  readonly knowledge: () => boolean;
  readonly database: () => Promise<boolean>;
}

export interface MonitoringOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly metrics: Pick<Metrics, "expose">;
  readonly health: Health;
  /** Told why an answer was not possible. */
  readonly onFailure: (error: unknown) => void;
}

export interface Monitoring {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const OK = 200;
const NOT_FOUND = 404;
const NOT_ALLOWED = 405;
const FAILED = 500;
const UNAVAILABLE = 503;

const PLAIN = "text/plain; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

/**
 * Serves `/livez`, `/readyz` and `/metrics`, for an orchestrator and for Prometheus. Throws MonitoringRefusal when the
 * address cannot be used.
 */
export async function startMonitoring({
  host,
  port,
  metrics,
  health,
  onFailure,
}: MonitoringOptions): Promise<Monitoring> {
  const routes: Readonly<Record<string, () => Promise<Answer>>> = {
    "/livez": async () => ({ status: OK, type: PLAIN, text: "alive\n" }),
    "/readyz": () => describeHealth(health),
    "/metrics": async () => ({ status: OK, ...(await metrics.expose()) }),
  };
  const server = createServer((request, response) => {
    serve(routes, request, response).catch(onFailure);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(refusal({ host, port }, error)));
    server.listen(port, host, resolve);
  });
  return {
    port: portOf(server.address()),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refusal({ host, port }: Pick<MonitoringOptions, "host" | "port">, cause: Error): MonitoringRefusal {
  const message = `HTTP_PORT: ${host}:${port} cannot be listened on (${cause.message}): choose another port or leave it out.`;
  return new MonitoringRefusal(message, { cause });
}

const portOf = (address: AddressInfo | string | null): number =>
  address !== null && typeof address === "object" ? address.port : 0;

/** Rejects with what made an answer impossible, after whoever asks was told that it is. */
async function serve(
  routes: Readonly<Record<string, () => Promise<Answer>>>,
  { method, url = "" }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = url.split("?")[0] ?? "";
  const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
  const { status, type, text } = await answer(route, method).catch((error: unknown) => {
    response.writeHead(FAILED).end();
    throw error;
  });
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
  response.end(method === "HEAD" ? "" : text);
}

async function answer(
  route: (() => Promise<Answer>) | undefined,
  method: string | undefined,
): Promise<Answer> {
  if (route === undefined) return { status: NOT_FOUND, type: PLAIN, text: "not found\n" };
  if (method !== "GET" && method !== "HEAD") return { status: NOT_ALLOWED, type: PLAIN, text: "GET only\n" };
  return await route();
}

/** Milliseconds: an orchestrator waits one second for an answer. */
const PATIENCE = 800;

/** A database that hangs is one that is away. */
const isThere = (database: Health["database"]): Promise<boolean> =>
  inTime(
    database().catch(() => false),
    { patience: PATIENCE, otherwise: () => false },
  );

async function describeHealth({ gateway, knowledge, database }: Health): Promise<Answer> {
  const parts = { gateway: gateway(), knowledge: knowledge(), database: await isThere(database) };
  // Without its database the bot still answers from the built-in documents, but not as moderators chose.
  const isReady = Object.values(parts).every(Boolean);
  return { status: isReady ? OK : UNAVAILABLE, type: JSON_TYPE, text: `${JSON.stringify(parts)}\n` };
}
