import { defineConfig } from "vitest/config";

/** Milliseconds: the real client, workers and databases take their time on a busy machine. */
const TIMEOUT = 30_000;

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/support/build-program.ts",
    testTimeout: TIMEOUT,
    maxWorkers: "100%",
  },
});
