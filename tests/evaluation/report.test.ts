import { expect, test } from "vitest";
import type { Refusal } from "../../src/answering/reply.ts";
import { buildBaseline, type Baseline, type JudgedSet } from "./baseline.ts";
import { evaluate } from "./evaluate.ts";
import type { GoldenQuestion } from "./golden-question.ts";
import { readEvaluationOptions } from "./options.ts";
import { writeComparison, writeReport } from "./report.ts";

const refusal: Refusal = {
  kind: "refusal",
  reason: "nothing-found",
  text: "No section answers that.",
  suggestions: [],
};

const golden = (id: string, given: Partial<GoldenQuestion> = {}): GoldenQuestion => ({
  id,
  question: `Question ${id}?`,
  kind: "direct",
  answerable: true,
  sections: [{ doc: "handbook", heading: "Pay" }],
  must: [],
  any: [],
  ...given,
});

const refuseAll = (set: JudgedSet["set"]): JudgedSet => ({
  set,
  judged: evaluate(
    [golden("a"), golden("b", { kind: "unanswerable-far", answerable: false, sections: [] })],
    () => refusal,
  ),
});

const readable = refuseAll({ name: "members", isHeldOut: false });
const heldOut = refuseAll({ name: "held-out", isHeldOut: true });

test("a report shows each kind, each section, and each miss with its reason", () => {
  expect(writeReport(readable, { quiet: false })).toMatchInlineSnapshot(`
    "members

    direct                  0 of    1    0.0 %
    unanswerable-far        1 of    1  100.0 %
    answerable              0 of    1    0.0 %
    unanswerable            1 of    1  100.0 %
    refused though answerable: 1; median answer: 0 characters

       0 of    1  handbook › Pay: 1 refused

    a direct, refused: Question a?
        expected handbook › Pay
        got nothing-found: No section answers that."
  `);
});

test("a comparison shows what has become right and wrong", () => {
  const before: Baseline = {
    questions: { members: { a: "right", b: "answered: handbook › Leave" } },
    totals: {},
  };
  expect(writeComparison(readable, before, { quiet: false })).toMatchInlineSnapshot(`
    "members

    direct                  1 of    1 →    0 of    1  −1
    unanswerable-far        0 of    1 →    1 of    1  +1
    all                     1 of    2 →    1 of    2

    newly wrong: 1
    a direct, refused: Question a?
        expected handbook › Pay
        got nothing-found: No section answers that.
    newly right: 1
    b unanswerable-far, was answered: handbook › Leave: Question b?"
  `);
});

test("a baseline has a line for each question", () => {
  expect(buildBaseline([readable]).questions).toEqual({
    members: { a: "refused: nothing-found", b: "right" },
  });
});

test("no question of a held-out set is shown, compared or kept", () => {
  const baseline = buildBaseline([heldOut]);
  const shown = [
    writeReport(heldOut, { quiet: false }),
    writeComparison(heldOut, baseline, { quiet: false }),
    JSON.stringify(baseline),
  ].join("\n");
  expect(shown).toContain("held-out");
  expect(shown).not.toMatch(/Question|handbook|nothing-found/);
});

test("an unknown option is named, with the usage", () => {
  expect(() => readEvaluationOptions(["--loud"])).toThrow(/^Unknown option '--loud'\.\n\nAsks sets/);
});

test("only the shipped sets over the shipped documents are kept as the baseline", () => {
  expect(() => readEvaluationOptions(["--save", "--knowledge", "other"])).toThrow(
    "--save keeps the shipped sets over the shipped documents: name no others with it.",
  );
});
