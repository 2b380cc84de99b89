import { expect, test } from "vitest";
import { createTurns } from "../../src/discord/turns.ts";

const BURST = 30;

test("a burst begins in its order, one event in each turn of the event loop", async () => {
  const begun: number[] = [];
  const begunBefore = [0];
  const look = (): void => {
    begunBefore.push(begun.length);
    if (begun.length < BURST) setImmediate(look);
  };
  setImmediate(look);
  const turn = createTurns();
  await Promise.all(
    Array.from({ length: BURST }, async (_, at) => {
      await turn();
      begun.push(at);
    }),
  );
  expect(begun).toEqual(Array.from({ length: BURST }, (_, at) => at));
  const inTurns = begunBefore.map((count, at) => (begunBefore[at + 1] ?? BURST) - count);
  expect(Math.max(...inTurns)).toBe(1);
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
  await Promise.all(Array.from({ length: BURST }, () => turn()));
  await new Promise((resolve) => setTimeout(resolve, 5));
  let isBegun = false;
  void turn().then(() => (isBegun = true));
  await Promise.resolve();
  await Promise.resolve();
  expect(isBegun).toBe(true);
});
