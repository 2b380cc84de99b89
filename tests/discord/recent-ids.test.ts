import { expect, test } from "vitest";
import { createRecentIds } from "../../src/discord/recent-ids.ts";

test("an id is new once", () => {
  const isNew = createRecentIds(10);
  expect([isNew("a"), isNew("b"), isNew("a")]).toEqual([true, true, false]);
});

test("the oldest id is forgotten when there are too many", () => {
  const isNew = createRecentIds(2);
  expect(["a", "b", "c", "b", "a"].map((id) => isNew(id))).toEqual([true, true, true, false, true]);
});
