import { expect, test } from "vitest";
import { soak } from "./soak.ts";

const TIMEOUT = 600_000;
/** Bytes that 1,400 asks may leave behind; samples differ by as much. */
const GROWTH_MOST = 3_000_000;

test(
  "a bot that is kept busy holds no more after many questions than after some",
  { timeout: TIMEOUT },
  async () => {
    const soaked = await soak({
      samples: 11,
      warmUp: 4,
      sampleEvery: 2,
      asksPerSecond: 100,
      members: 500,
      servers: 25,
    });

    expect(soaked.growth).toBeLessThan(GROWTH_MOST);
  },
);
