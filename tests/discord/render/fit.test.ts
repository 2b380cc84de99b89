import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitBlocks, type Block } from "../../../src/discord/render/fit.ts";

const citation = "\n-# Source: [Title › Section](<https://a.example/b>) — Publisher, June 2022";
const block = (...texts: readonly string[]): Block => ({ before: "**Heading**\n", texts, after: citation });
const sentences = (count: number): string =>
  "Nine words stand in each of these many sentences. ".repeat(count).trim();

describe("blocks of one message", () => {
  test("stay as they are while they fit", () => {
    expect(fitBlocks([block("One."), block("Two.")], 4000)).toEqual({
      texts: [`**Heading**\nOne.${citation}`, `**Heading**\nTwo.${citation}`],
      leftOut: 0,
    });
  });

  test("the longest text gives way, the short one and both citations stay", () => {
    const { texts, leftOut } = fitBlocks([block("Short."), block(sentences(50))], 400);
    expect(leftOut).toBe(0);
    expect(texts).toEqual([`**Heading**\nShort.${citation}`, `**Heading**\n${sentences(4)} …${citation}`]);
  });

  test("both sides of a comparison keep something to say", () => {
    const { texts } = fitBlocks([block(`**One:** ${sentences(30)}`, `**Two:** ${sentences(30)}`)], 600);
    expect(texts).toEqual([`**Heading**\n**One:** ${sentences(4)} …\n**Two:** ${sentences(4)} …${citation}`]);
  });

  test("where texts would say nothing any more, whole blocks at the end go", () => {
    const { texts, leftOut } = fitBlocks(
      Array.from({ length: 30 }, () => block(sentences(3))),
      1000,
    );
    expect(leftOut).toBe(26);
    expect(texts).toHaveLength(4);
  });

  test(
    "never take more than their room, and every shown block keeps its heading and citations",
    { timeout: 30_000 },
    () => {
      const words = fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 400 }),
        fc.nat(900).map((length) => "x".repeat(length)),
      );
      const blocks = fc.array(
        fc.record({
          before: fc.constantFrom("", "**Heading**\n"),
          texts: fc.array(words, { maxLength: 3 }),
          after: fc.constantFrom("", citation, citation + citation),
        }),
        { maxLength: 12 },
      );
      fc.assert(
        fc.property(blocks, fc.nat(3000), (given, room) => {
          const { texts, leftOut } = fitBlocks(given, room);
          expect(texts.join("").length).toBeLessThanOrEqual(room);
          expect(texts.length + leftOut).toBe(given.length);
          expect(
            texts.every(
              (text, index) =>
                text.startsWith(given[index]?.before ?? "") && text.endsWith(given[index]?.after ?? ""),
            ),
          ).toBe(true);
          expect(texts.join("")).not.toMatch(/\p{Surrogate}/u);
        }),
        { numRuns: 150 },
      );
    },
  );
});
