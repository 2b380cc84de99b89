import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createWatchdog } from "../../src/discord/watchdog.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;

/** A connection that the test makes well or not, and how often it was told to be lost. */
function watching() {
  const connection = { isWell: true, lost: 0 };
  const watchdog = createWatchdog({
    isWell: () => connection.isWell,
    onLost: () => {
      connection.lost += 1;
    },
  });
  return { connection, watchdog };
}

test("a connection that nobody suspects is not lost, however long it is gone", () => {
  const { connection } = watching();
  connection.isWell = false;
  vi.advanceTimersByTime(60 * MINUTE);
  expect(connection.lost).toBe(0);
});

test("a suspected connection that stays away for five minutes is lost, once", () => {
  const { connection, watchdog } = watching();
  connection.isWell = false;
  watchdog.suspect();
  vi.advanceTimersByTime(5 * MINUTE - 1);
  expect(connection.lost).toBe(0);
  vi.advanceTimersByTime(60 * MINUTE);
  expect(connection.lost).toBe(1);
});

test("a suspected connection that comes back in time is not lost", () => {
  const { connection, watchdog } = watching();
  connection.isWell = false;
  watchdog.suspect();
  vi.advanceTimersByTime(4 * MINUTE);
  connection.isWell = true;
  vi.advanceTimersByTime(MINUTE);
  connection.isWell = false;
  vi.advanceTimersByTime(4 * MINUTE);
  expect(connection.lost).toBe(0);
});

test("a connection that was well for five minutes is suspected no more", () => {
  const { connection, watchdog } = watching();
  watchdog.suspect();
  vi.advanceTimersByTime(5 * MINUTE);
  connection.isWell = false;
  vi.advanceTimersByTime(60 * MINUTE);
  expect(connection.lost).toBe(0);
});

test("failures that go on do not keep a connection from being given up", () => {
  const { connection, watchdog } = watching();
  connection.isWell = false;
  for (let minute = 0; minute < 6; minute += 1) {
    watchdog.suspect();
    vi.advanceTimersByTime(MINUTE);
  }
  expect(connection.lost).toBe(1);
});
