import { describe, expect, test } from "vitest";
import { createTurns, type Turns } from "../../src/discord/turns.ts";

const BURST = 30;

/** Begins a burst of events; tells in which turn of the event loop each began, in their order. */
async function turnsOf(work: () => void, turn: Turns = createTurns()): Promise<readonly number[]> {
  let now = 0;
  const tick = (): void => {
    now += 1;
    if (begun.length < BURST) setImmediate(tick);
  };
  const begun: (readonly [event: number, turn: number])[] = [];
  setImmediate(tick);
  await Promise.all(
    Array.from({ length: BURST }, async (_, event) => {
      await turn();
      begun.push([event, now]);
      // What answers an event waits for promises that are settled already.
      for (let at = 0; at < 5; at++) await Promise.resolve();
      work();
    }),
  );
  expect(begun.map(([event]) => event)).toEqual(Array.from({ length: BURST }, (_, at) => at));
  return begun.map(([, at]) => at);
}

/** Longer than events are begun in one turn. */
function workLong(): void {
  const end = performance.now() + 5;
  while (performance.now() < end);
}

const distinct = (turns: readonly number[]): number => new Set(turns).size;

describe("a burst begins in its order", () => {
  test("one event in each turn of the event loop where each takes long", async () => {
    expect(distinct(await turnsOf(workLong))).toBeGreaterThan(BURST - 3);
  });

  test("many in each where they take next to nothing", async () => {
    expect(distinct(await turnsOf(() => undefined))).toBeLessThan(BURST / 2);
  });
});

test("an event that comes alone begins at once", async () => {
  const turn = createTurns();
  let isBegun = false;
  const begun = turn().then(() => (isBegun = true));
  await Promise.resolve();
  await Promise.resolve();
  expect(isBegun).toBe(true);
  await begun;
});

test("after a burst nothing waits for the one before", async () => {
  const turn = createTurns();
  await turnsOf(() => undefined, turn);
  await new Promise((resolve) => setTimeout(resolve, 5));
  let isBegun = false;
  void turn().then(() => (isBegun = true));
  await Promise.resolve();
  await Promise.resolve();
  expect(isBegun).toBe(true);
});
