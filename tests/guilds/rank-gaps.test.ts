import { expect, test } from "vitest";
import { rankGaps } from "../../src/guilds/rank-gaps.ts";
import type { CountedGap } from "../../src/guilds/store.ts";

const gap = (fields: Partial<CountedGap>): CountedGap => ({
  guildId: "1",
  week: "2026-W47",
  entity: "role:devops-engineer",
  topic: "visa",
  reason: "topic-not-covered",
  count: 1,
  ...fields,
});

test("the most frequent gap is first, over all weeks and reasons, and what nobody can name is last", () => {
  const ranked = rankGaps([
    gap({ entity: "unknown", topic: "unknown", reason: "nothing-found", count: 90 }),
    gap({ topic: "age", count: 3 }),
    gap({ count: 2 }),
    gap({ week: "2026-W46", count: 1 }),
    gap({ reason: "not-helpful", count: 4 }),
    gap({ entity: "unknown", count: 5 }),
  ]);
  expect(ranked.map(({ subject, count }) => [subject.entity, subject.topic, count])).toEqual([
    ["role:devops-engineer", "visa", 7],
    ["unknown", "visa", 5],
    ["role:devops-engineer", "age", 3],
    ["unknown", "unknown", 90],
  ]);
  expect(ranked[0]?.reasons).toEqual([
    { reason: "not-helpful", count: 4 },
    { reason: "topic-not-covered", count: 3 },
  ]);
});

test("what a member says of an answer that is counted as not helpful is not counted again", () => {
  const [ranked] = rankGaps([gap({ reason: "not-helpful", count: 2 }), gap({ reason: "out-of-date" })]);
  expect(ranked?.count).toBe(2);
  expect(ranked?.reasons.map(({ reason }) => reason)).toEqual(["not-helpful", "out-of-date"]);
});

test("where nothing was counted there is no gap", () => {
  expect(rankGaps([])).toEqual([]);
});
