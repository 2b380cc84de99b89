import { afterEach, expect, test } from "vitest";
import { startMonitoring, type Health, type Monitoring } from "../../src/monitoring/health.ts";
import { createMetrics } from "../../src/monitoring/metrics.ts";

const HOST = "127.0.0.1";
const UP: Health = { gateway: () => true, knowledge: () => true, database: async () => true };

const running: Monitoring[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((monitoring) => monitoring.stop()));
});

const failures: unknown[] = [];
const onFailure = (error: unknown): number => failures.push(error);

async function start(health: Health, port = 0): Promise<Monitoring> {
  const monitoring = await startMonitoring({ host: HOST, port, metrics: createMetrics(), health, onFailure });
  running.push(monitoring);
  return monitoring;
}

async function ask(path: string, health = UP, method = "GET"): Promise<string> {
  const { port } = await start(health);
  const response = await fetch(`http://${HOST}:${port}${path}`, { method });
  return `${response.status} ${await response.text()}`;
}

const NO_DATABASE = '503 {"gateway":true,"knowledge":true,"database":false}\n';

const fails = (): Promise<boolean> => Promise.reject(new Error("no"));

test("a process that runs says that it lives, whatever else fails", async () => {
  const down: Health = { gateway: () => false, knowledge: () => false, database: async () => false };
  expect(await ask("/livez", down)).toBe("200 alive\n");
});

test("a process whose parts are all well is ready", async () => {
  expect(await ask("/readyz")).toBe('200 {"gateway":true,"knowledge":true,"database":true}\n');
});

test.each<[string, Partial<Health>, string]>([
  ["gateway", { gateway: () => false }, '503 {"gateway":false,"knowledge":true,"database":true}\n'],
  ["knowledge", { knowledge: () => false }, '503 {"gateway":true,"knowledge":false,"database":true}\n'],
  ["database", { database: async () => false }, NO_DATABASE],
])("a process without its %s is not ready, and says so", async (_, part, said) => {
  expect(await ask("/readyz", { ...UP, ...part })).toBe(said);
});

test("a look at the database that throws is told as not ready", async () => {
  expect(await ask("/readyz", { ...UP, database: fails })).toBe(NO_DATABASE);
});

test("a database that hangs is told as not ready before an orchestrator gives up", async () => {
  const begun = performance.now();
  expect(await ask("/readyz", { ...UP, database: () => new Promise(() => {}) })).toBe(NO_DATABASE);
  expect(performance.now() - begun).toBeLessThan(1_500);
});

test("a look that fails otherwise is answered as a failure, and told", async () => {
  const error = new Error("a mistake");
  const gateway = (): never => {
    throw error;
  };
  expect(await ask("/readyz", { ...UP, gateway })).toBe("500 ");
  expect(failures).toEqual([error]);
});

test("metrics are in the format of Prometheus, those of the process among them", async () => {
  const said = await ask("/metrics?x=1");
  expect(said).toContain("# TYPE rolecall_answers_total counter");
  expect(said).toContain("process_cpu_user_seconds_total");
  expect(said).toContain("nodejs_eventloop_lag_p99_seconds");
});

test.each([
  ["/", "GET", "404 not found\n"],
  ["/__proto__", "GET", "404 not found\n"],
  ["/metrics", "POST", "405 GET only\n"],
  ["/livez", "HEAD", "200 "],
])("%s by %s is answered with %s", async (path, method, said) => {
  expect(await ask(path, UP, method)).toBe(said);
});

test("a port that is taken is told with the variable to change", async () => {
  const { port } = await start(UP);
  await expect(start(UP, port)).rejects.toThrow(
    `HTTP_PORT: 127.0.0.1:${port} cannot be listened on (listen EADDRINUSE: address already in use 127.0.0.1:${port}): choose another port or leave it out.`,
  );
});
