import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { soak } from "./soak.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const TIMEOUT = 600_000;
/** Bytes that 2,000 asks may leave behind; samples differ by as much. */
const GROWTH_MOST = 3_000_000;

beforeAll(async () => {
  await promisify(execFile)("node", ["build.mjs"], { cwd: ROOT });
}, TIMEOUT);

test(
  "a bot that is kept busy holds no more after many questions than after some",
  { timeout: TIMEOUT },
  async () => {
    const soaked = await soak({
      samples: 16,
      warmUp: 6,
      sampleEvery: 2,
      asksPerSecond: 100,
      members: 500,
      servers: 25,
    });

    expect(soaked.growth).toBeLessThan(GROWTH_MOST);
  },
);
