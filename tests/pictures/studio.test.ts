import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Worker } from "node:worker_threads";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createStudio, type Studio } from "../../src/pictures/studio.ts";
import { CHART, titled } from "./sample-chart.ts";
import { built } from "../support/built.ts";

/** Compiling the worker's program from its sources takes its time on a busy machine. */
const timeout = 60_000;
const PROGRAM = built("draw-pictures");
const PNG_SIGNATURE = "89504e470d0a1a0a";

/** The workers of this process that run. */
const running = new Set<Worker>();

function watch(worker: Worker): void {
  running.add(worker);
  worker.once("exit", () => running.delete(worker));
}

beforeAll(() => void process.on("worker", watch));
afterAll(() => void process.off("worker", watch));

let studio: Studio | undefined;
afterEach(() => studio?.stop());

const signatureOf = (png: Buffer): string => png.subarray(0, 8).toString("hex");

describe("the studio", () => {
  test("draws what is asked for together, and again later", { timeout }, async () => {
    studio = createStudio({ program: PROGRAM, limit: timeout });
    const [first, second] = await Promise.all([studio.draw(CHART), studio.draw(titled("another"))]);
    expect(signatureOf(first)).toBe(PNG_SIGNATURE);
    expect(Buffer.compare(first, second)).not.toBe(0);
    expect(Buffer.compare(await studio.draw(CHART), first)).toBe(0);
    expect(running.size).toBe(1);
  });

  test("has a worker only from the first drawing until it idles", { timeout }, async () => {
    studio = createStudio({ program: PROGRAM, idle: 20, limit: timeout });
    expect(running.size).toBe(0);
    const drawing = studio.draw(CHART);
    await expect.poll(() => running.size).toBe(1);
    expect(signatureOf(await drawing)).toBe(PNG_SIGNATURE);
    await expect.poll(() => running.size, { timeout: 5_000 }).toBe(0);
  });

  test("gives up a drawing that takes too long", { timeout }, async () => {
    studio = createStudio({ program: PROGRAM, limit: 1 });
    await expect(studio.draw(CHART)).rejects.toThrow("not done within 1 ms");
    await expect.poll(() => running.size, { timeout: 5_000 }).toBe(0);
  });

  test("fails what a worker that cannot start was to draw, and tries anew", { timeout }, async () => {
    studio = createStudio({ program: new URL("no-such-program.ts", PROGRAM), limit: timeout });
    await expect(studio.draw(CHART)).rejects.toThrow("no-such-program");
    await expect(studio.draw(CHART)).rejects.toThrow("no-such-program");
  });

  test("keeps no process alive", { timeout }, async () => {
    const script = fileURLToPath(new URL("draw-and-leave.ts", import.meta.url));
    const run = promisify(execFile)(process.execPath, ["--import", import.meta.resolve("tsx"), script]);
    expect((await run).stdout).toBe(`${PNG_SIGNATURE}\n`);
  });
});
