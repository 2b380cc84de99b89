/** How many times as long as usual the properties are tried: `FUZZ_RUNS=50 npx vitest run tests/fuzz`. */
const FACTOR = Number(process.env["FUZZ_RUNS"] ?? 1);

/** What a test of a property may take, in milliseconds. */
export const TIMEOUT = 120_000 * Math.max(1, FACTOR);

/** Options of fast-check: so many tries. A failure says its seed and path. */
export const tries = (count: number): { readonly numRuns: number } => ({
  numRuns: Math.ceil(count * FACTOR),
});
