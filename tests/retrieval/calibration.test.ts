import { describe, expect, test } from "vitest";
import { chooseThresholds, outOfScope, unstatedQuestions } from "../../src/retrieval/calibration.ts";

const QUESTIONS = outOfScope(["DevOps engineer"]);

/** As sure of the first few out-of-scope questions as is said, and of no other. */
const sureOf = (count: number, confidence: number): number[] =>
  QUESTIONS.map((_, at) => (at < count ? confidence : 0));

describe("calibration", () => {
  test("an index that mistakes many out-of-scope questions for its own needs more confidence", () => {
    const few = chooseThresholds(sureOf(5, 0.7));
    const many = chooseThresholds(sureOf(40, 0.7));
    expect([few.answerFrom, many.answerFrom]).toEqual([0.3, 0.7]);
  });

  test("asking back never needs more confidence than answering", () => {
    for (const count of [0, 10, 20, 60, QUESTIONS.length]) {
      const { answerFrom, clarifyFrom } = chooseThresholds(sureOf(count, 0.95));
      expect(clarifyFrom).toBeLessThanOrEqual(answerFrom);
    }
  });

  test("odd questions are asked of the roles that documents are about, in turn", () => {
    const asked = outOfScope(["A", "B"]).join("\n");
    expect(asked).toMatch(/should a A wear/);
    expect(asked).toMatch(/can a B bring a dog/);
    expect(asked).not.toContain("{role}");
  });

  test("without roles only the questions of other trades and talk are asked", () => {
    expect(outOfScope([]).length).toBeLessThan(QUESTIONS.length);
  });

  test("what no document for reference states is asked of certifications and of roles, in turn", () => {
    const asked = unstatedQuestions(["A", "B"], ["C"]).join("\n");
    expect(asked).toMatch(/how many people in the world have the A\n.*pass rate of the B\n/);
    expect(asked).toMatch(/do C jobs come with a visa/);
    expect(asked).not.toMatch(/[{}]/);
    expect(unstatedQuestions([], [])).toEqual([]);
  });
});
