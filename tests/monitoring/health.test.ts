import { afterEach, expect, test } from "vitest";
import { startMonitoring, type Health, type Monitoring } from "../../src/monitoring/health.ts";
import { createMetrics } from "../../src/monitoring/metrics.ts";

const HOST = "127.0.0.1";
const UP: Health = { gateway: () => true, database: async () => true };

const running: Monitoring[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((monitoring) => monitoring.stop()));
});

async function start(health: Health, port = 0): Promise<Monitoring> {
  const monitoring = await startMonitoring({ host: HOST, port, metrics: createMetrics(), health });
  running.push(monitoring);
  return monitoring;
}

async function ask(path: string, health = UP, method = "GET"): Promise<string> {
  const { port } = await start(health);
  const response = await fetch(`http://${HOST}:${port}${path}`, { method });
  return `${response.status} ${await response.text()}`;
}

const fails = (): Promise<boolean> => Promise.reject(new Error("no"));

test("a process that runs says that it lives, whatever else fails", async () => {
  expect(await ask("/livez", { gateway: () => false, database: async () => false })).toBe("200 alive\n");
});

test.each([
  [true, true, '200 {"gateway":true,"database":true}\n'],
  [false, true, '503 {"gateway":false,"database":true}\n'],
  [true, false, '503 {"gateway":true,"database":false}\n'],
])("with the gateway %s and the database %s it is ready or not", async (gateway, database, said) => {
  expect(await ask("/readyz", { gateway: () => gateway, database: async () => database })).toBe(said);
});

test("a look at the database that throws is told as not ready", async () => {
  expect(await ask("/readyz", { gateway: () => true, database: fails })).toBe(
    '503 {"gateway":true,"database":false}\n',
  );
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
