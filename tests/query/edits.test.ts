import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildEditFinder } from "../../src/query/edits.ts";
import { buildWordFilter } from "../../src/query/word-hash.ts";

const WORDS = ["kubernetes", "salary", "pipeline", "go", "certificate"];
const findEdits = buildEditFinder(buildWordFilter([WORDS, ["münchen"]]));
const editsOf = (word: string): string[] => findEdits(word).map(([edit]) => edit);

describe("the edits of a word", () => {
  test.each([
    { slip: "two letters swapped", typed: "kubenretes", meant: "kubernetes" },
    { slip: "a letter too few", typed: "salry", meant: "salary" },
    { slip: "a letter too many", typed: "pipeeline", meant: "pipeline" },
    { slip: "a wrong letter", typed: "certifikate", meant: "certificate" },
    { slip: "a wrong first letter", typed: "xo", meant: "go" },
    { slip: "a wrong letter beside one of another alphabet", typed: "mümchen", meant: "münchen" },
  ])("hold what was meant by $slip", ({ typed, meant }) => {
    expect(editsOf(typed)).toContain(meant);
  });

  test("leave out no known word that lacks a letter, or has one too many", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WORDS),
        fc.nat(),
        fc.stringMatching(/^[a-z]?$/),
        (word, number, letter) => {
          const at = number % word.length;
          const typed = word.slice(0, at) + letter + word.slice(letter === "" ? at + 1 : at);
          expect(editsOf(typed)).toContain(word);
        },
      ),
    );
  });

  test("are few for a word that no known word is near", () => {
    expect(editsOf("quizzically").length).toBeLessThan(5);
  });
});
