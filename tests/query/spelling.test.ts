import { describe, expect, test } from "vitest";
import { buildSpelling } from "../../src/query/spelling.ts";
import { buildLayer } from "../../src/query/word-layer.ts";

const NAMES = buildLayer(["kubernetes", "salari", "jenkins", "python", "mena", "security+"], () => 0.2);
const WORDS = buildLayer(
  ["salary", "certification", "responsibilities", "skill", "job", "regulations", "next", "many"],
  () => 0.1,
);
const spelling = buildSpelling([NAMES, WORDS]);

describe("spelling", () => {
  test.each([
    { slip: "a letter left out", typed: "pyton", meant: "python" },
    { slip: "a letter too many", typed: "pythhon", meant: "python" },
    { slip: "two letters swapped", typed: "pyhton", meant: "python" },
    { slip: "a wrong letter", typed: "pithon", meant: "python" },
    { slip: "two slips in a long word", typed: "cirtificaton", meant: "certification" },
    { slip: "two slips in eight letters", typed: "kubrntes", meant: "kubernetes" },
    { slip: "a slip in four letters", typed: "skil", meant: "skill" },
    { slip: "a word written by ear", typed: "regulashuns", meant: "regulations" },
    { slip: "a slip in a name with a sign", typed: "securty+", meant: "security+" },
    { slip: "two slips in a name with a sign", typed: "seecuritty+", meant: "security+" },
    { slip: "vowels left out", typed: "nxt", meant: "next" },
    { slip: "a vowel for a vowel, before a name that is as near", typed: "meny", meant: "many" },
  ])("mends $slip: $typed", ({ typed, meant }) => {
    expect(spelling.correct(typed)).toBe(meant);
  });

  test.each([
    { why: "two slips in fewer than eight letters", typed: "bytohn" },
    { why: "two slips in seven letters", typed: "jenkyng" },
    { why: "three slips", typed: "certimixasion" },
    { why: "fewer than four letters", typed: "jbo" },
    { why: "digits", typed: "pyth0n" },
    { why: "a sign that no name has", typed: "python+" },
    { why: "a sign that no name has, with a slip", typed: "pythonn+" },
    { why: "another first letter with two slips", typed: "zertificasion" },
    { why: "nothing near", typed: "quokka" },
  ])("leaves $why alone: $typed", ({ typed }) => {
    expect(spelling.correct(typed)).toBeUndefined();
  });

  test("of two words as near, the one that is used more is meant", () => {
    expect(spelling.correct("salarr")).toBe("salary");
  });

  test("one slip comes before two", () => {
    const layers = [buildLayer(["accountable"], () => 0), buildLayer(["accountant"], () => 0.5)];
    expect(buildSpelling(layers).correct("accountent")).toBe("accountant");
  });
});
