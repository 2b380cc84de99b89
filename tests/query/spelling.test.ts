import { describe, expect, test } from "vitest";
import { buildLayer, buildSpelling } from "../../src/query/spelling.ts";

const spelling = buildSpelling([
  buildLayer(["kubernetes", "salari", "jenkins", "python"]),
  buildLayer(["salary", "certification", "responsibilities", "skill", "job"]),
]);

describe("spelling", () => {
  test.each([
    { slip: "a letter left out", typed: "pyton", meant: "python" },
    { slip: "a letter too many", typed: "pythhon", meant: "python" },
    { slip: "two letters swapped", typed: "pyhton", meant: "python" },
    { slip: "a wrong letter", typed: "pithon", meant: "python" },
    { slip: "two slips in a long word", typed: "cirtificaton", meant: "certification" },
    { slip: "two slips in eight letters", typed: "kubrntes", meant: "kubernetes" },
    { slip: "a slip in four letters", typed: "skil", meant: "skill" },
  ])("mends $slip: $typed", ({ typed, meant }) => {
    expect(spelling.correct(typed)).toBe(meant);
  });

  test.each([
    { why: "two slips in fewer than eight letters", typed: "pthn" },
    { why: "two slips in seven letters", typed: "jenkyng" },
    { why: "three slips", typed: "sertivicasion" },
    { why: "fewer than four letters", typed: "jbo" },
    { why: "digits", typed: "pyth0n" },
    { why: "a sign", typed: "pytho+" },
    { why: "another first letter with two slips", typed: "zertificasion" },
    { why: "nothing near", typed: "quokka" },
  ])("leaves $why alone: $typed", ({ typed }) => {
    expect(spelling.correct(typed)).toBeUndefined();
  });

  test("of two words as near, the one of the first layer is meant", () => {
    expect(spelling.correct("salarr")).toBe("salari");
  });

  test("a slip less far off in a later layer comes before two slips in the first", () => {
    const layers = [buildLayer(["accountable"]), buildLayer(["accountant"])];
    expect(buildSpelling(layers).correct("accountent")).toBe("accountant");
  });
});
