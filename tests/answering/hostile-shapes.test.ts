import * as fc from "fast-check";
import { expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { LIBRARY } from "./library.ts";

const { entries, words } = LIBRARY.index;
const names = LIBRARY.knowledge.glossary.entities.flatMap(({ name, aliases }) => [name, ...aliases]);
const questions = entries.map(({ snippet }) => snippet.question);

/** As long as a message on Discord may be, in characters. */
const LONGEST = 2_000;
/** Many times what the slowest of these takes, for a machine that is busy with other tests too. */
const MOST_MS = 5_000;
const RUNS = 12;
const TIMEOUT_MS = 60_000;

const filled = (pieces: fc.Arbitrary<string>, between = " "): fc.Arbitrary<string> =>
  fc
    .array(pieces, { minLength: 1, maxLength: 60 })
    .map((some) => (some.join(between) + between || " ").repeat(LONGEST).slice(0, LONGEST));

const slip = fc
  .tuple(fc.constantFrom(...words), fc.nat(20), fc.constantFrom("a", "e", "k", "r", "s", "t", "x"))
  .map(([word, at, letter]) => word.slice(0, at) + letter + word.slice(at + 1));
const letter = fc.constantFrom(...Array.from("aжяあ漢한ابדθकไท🦊👩‍💻é1 ?"), " ", "\u200d", "\u202e", "\u0301");
const mark = fc.constantFrom(
  "**",
  "__",
  "||",
  "`",
  "```",
  "> ",
  "# ",
  "[a](",
  ")",
  "<@1>",
  "</",
  "|-|",
  "\n",
  "- ",
);

const SHAPES: readonly (readonly [what: string, message: fc.Arbitrary<string>])[] = [
  [
    "a flood of one word",
    fc.string({ minLength: 1, maxLength: 40 }).map((word) => `${word} `.repeat(LONGEST).slice(0, LONGEST)),
  ],
  ["a flood of names", filled(fc.constantFrom(...names))],
  ["a flood of questions", filled(fc.constantFrom(...questions))],
  ["a flood of the documents' words", filled(fc.constantFrom(...words))],
  ["a flood of misspelled words", filled(slip)],
  ["misspelled words without blanks", filled(slip, "")],
  ["mixed scripts", filled(letter, "")],
  ["halves of surrogate pairs", filled(fc.constantFrom("\ud83d", "\ude00", "what", "devops", "é"), "")],
  ["markup", filled(fc.oneof(mark, fc.constantFrom(...questions)), "")],
  ["anything", fc.string({ unit: "binary", minLength: LONGEST, maxLength: LONGEST })],
];

test.each(SHAPES)("%s gets a reply in bounded time", { timeout: TIMEOUT_MS }, (_, message) => {
  fc.assert(
    fc.property(message, (text) => {
      const start = performance.now();
      const reply = answerQuestion(text, LIBRARY);
      expect(performance.now() - start).toBeLessThan(MOST_MS);
      expect(reply.kind === "answer" ? reply.parts[0].text : reply.text).not.toBe("");
    }),
    { numRuns: RUNS },
  );
});
