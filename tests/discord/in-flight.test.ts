import { once } from "node:events";
import { expect, test } from "vitest";
import { createInFlight } from "../../src/discord/in-flight.ts";

test("all is done when nothing was begun", async () => {
  expect(await createInFlight().settled(1000)).toBe(true);
});

test("what was begun is waited for", async () => {
  const inFlight = createInFlight();
  const order: string[] = [];
  const work = new AbortController();
  inFlight.track(
    once(work.signal, "abort").then(() => {
      order.push("done");
      return undefined;
    }),
  );
  const settled = inFlight.settled(10_000);
  work.abort();
  order.push(`settled: ${await settled}`);
  expect(order).toEqual(["done", "settled: true"]);
});

test("what never ends is not waited for beyond the time", async () => {
  const inFlight = createInFlight();
  inFlight.track(new Promise<void>(() => {}));
  expect(await inFlight.settled(1)).toBe(false);
});
