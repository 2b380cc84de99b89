import type { Worker } from "node:worker_threads";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createWorkerHost, type WorkerHost } from "../../src/workers/worker-host.ts";
import type { Order } from "./support/order.ts";

/** Compiling the worker's program from its sources takes its time on a busy machine. */
const timeout = 60_000;
const PROGRAM = new URL("support/tasks.ts", import.meta.url);
/** Milliseconds that a start and a short task surely take less than. */
const LONG = 15_000;

/** Workers of this process: how many were started, and those that run. */
const started: Worker[] = [];
const running = new Set<Worker>();

function watch(worker: Worker): void {
  started.push(worker);
  running.add(worker);
  worker.once("exit", () => running.delete(worker));
}

beforeAll(() => void process.on("worker", watch));
afterAll(() => void process.off("worker", watch));

let host: WorkerHost<Order, unknown> | undefined;
afterEach(async () => {
  await host?.stop();
  await vi.waitUntil(() => running.size === 0, { timeout: 5_000 });
  started.length = 0;
});

function hostWith({ limit = LONG, idle = LONG, memory = 64, program = PROGRAM } = {}) {
  const made = createWorkerHost<Order, unknown>({ program, memory, idle, limit });
  host = made;
  return made;
}

const failureOf = (task: Promise<unknown>): Promise<string> => task.then(() => "it did not fail", String);
const echo = (value: string): Order => ({ does: "echo", value });

test(
  "tasks are done one after the other, in one worker, and each gets its own result",
  { timeout },
  async () => {
    const made = hostWith();
    const done: string[] = [];
    const values = ["a", "b", "c", "d"];
    const results = await Promise.all(
      values.map(async (value) => {
        const result = await made.run(echo(value));
        done.push(value);
        return result;
      }),
    );
    expect([results, done, started.length]).toEqual([values, values, 1]);
  },
);

test("a task that fails costs that task alone, and the worker goes on", { timeout }, async () => {
  const made = hostWith();
  const failing = failureOf(made.run({ does: "throw", value: "too long" }));
  expect(await made.run(echo("next"))).toBe("next");
  expect(await failing).toContain("RangeError: too long");
  expect(started).toHaveLength(1);
});

test(
  "a result that cannot be handed over fails its task, and the next one is done",
  { timeout },
  async () => {
    const made = hostWith();
    const failing = failureOf(made.run({ does: "return a function" }));
    expect(await made.run(echo("next"))).toBe("next");
    expect(await failing).toContain("could not be cloned");
    expect(started).toHaveLength(1);
  },
);

test(
  "a task that runs away is given up in time, and costs the others nothing but that time",
  { timeout },
  async () => {
    const made = hostWith({ limit: 3_000 });
    const failing = failureOf(made.run({ does: "run away" }));
    const others = Promise.all([
      made.run(echo("a")),
      made.run({ does: "throw", value: "b" }).catch(String),
      made.run(echo("c")),
    ]);
    expect(await failing).toContain("not done within 3000 ms");
    expect(await others).toEqual(["a", "Error: RangeError: b", "c"]);
    expect(started).toHaveLength(2);
    await expect.poll(() => running.size).toBe(1);
  },
);

test(
  "a task that takes all memory ends with its worker, not with the bot, and the next one is done",
  { timeout },
  async () => {
    const made = hostWith();
    const failing = failureOf(made.run({ does: "take all memory" }));
    const next = made.run(echo("next"));
    expect(await failing).toContain("memory");
    expect(await next).toBe("next");
  },
);

test(
  "a worker that ends by itself fails its task, and the next one is done by another",
  { timeout },
  async () => {
    const made = hostWith();
    const failing = failureOf(made.run({ does: "exit" }));
    expect(await made.run(echo("next"))).toBe("next");
    expect(await failing).toContain("the worker ended");
    expect(started).toHaveLength(2);
  },
);

test(
  "there is a worker only from the first task until it idles, and again for the next",
  { timeout },
  async () => {
    const made = hostWith({ idle: 20 });
    expect(started).toHaveLength(0);
    await made.run(echo("a"));
    await expect.poll(() => running.size, { timeout: 5_000 }).toBe(0);
    expect(await made.run(echo("b"))).toBe("b");
    expect(started).toHaveLength(2);
  },
);

test("an order that cannot be handed over fails, and costs the others nothing", { timeout }, async () => {
  const made = hostWith();
  const first = made.run(echo("a"));
  const failing = failureOf(made.run({ does: "echo", value: () => "" }));
  const third = made.run(echo("c"));
  expect(await failing).toContain("could not be cloned");
  expect(await Promise.all([first, third])).toEqual(["a", "c"]);
});

test("a program that cannot start fails its tasks one by one", { timeout }, async () => {
  const made = hostWith({ program: new URL("support/no-such-program.ts", import.meta.url) });
  const failures = await Promise.all([made.run(echo("a")).catch(String), made.run(echo("b")).catch(String)]);
  expect(failures).toEqual([
    expect.stringContaining("no-such-program"),
    expect.stringContaining("no-such-program"),
  ]);
});

test("a host that stops fails what waits and leaves no worker", { timeout }, async () => {
  const made = hostWith();
  const failures = [made.run({ does: "run away" }), made.run(echo("b"))].map(failureOf);
  await expect.poll(() => running.size).toBe(1);
  await made.stop();
  expect(running.size).toBe(0);
  expect(await Promise.all(failures)).toEqual(["Error: the program stops", "Error: the program stops"]);
});
