import { defineConfig } from "vitest/config";

/** Milliseconds: the real client, workers and databases take their time on a busy machine. */
const TIMEOUT = 30_000;

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/support/build-program.ts",
    // Loading discord.js and the knowledge anew for each file would take longer than the tests.
    isolate: false,
    testTimeout: TIMEOUT,
    maxWorkers: "100%",
  },
});
