import { describe, expect, test } from "vitest";
import type { Answer, CitedText } from "../../../src/answering/reply.ts";
import { fitFirstScreen, linesOf } from "../../../src/discord/render/first-screen.ts";
import { renderReply } from "../../../src/discord/render/reply.ts";
import { ENGLISH } from "../../../src/languages/english.ts";
import { readPage } from "../support/read-page.ts";

const block = (text: string) => ({ before: "", texts: [text], after: "\n-# Source: somewhere" });

const items = (count: number) => [block("- an item of a list\n".repeat(count).trim())];

describe("the lines of a phone", () => {
  test.each([
    ["a word", 1],
    ["x".repeat(38), 1],
    [`${"x".repeat(30)} ${"y".repeat(30)}`, 2],
    ["one\ntwo\n\nthree", 4],
    [`[${"a".repeat(30)}](<https://${"b".repeat(200)}>)`, 1],
    ["漢字".repeat(10), 2],
  ])("%s take %d", (text, lines) => {
    expect(linesOf([block(text)])).toBe(lines);
  });
});

describe("a first screen", () => {
  test("leaves what fits as it is", () => {
    const blocks = [block("Short. And right.")];
    expect(fitFirstScreen(blocks)).toEqual({ blocks, isCut: false });
  });

  test("shortens what does not fit at a sentence, and keeps its source", () => {
    const long = "This sentence has some forty characters. ".repeat(20);
    const { blocks, isCut } = fitFirstScreen([block(long)]);
    expect(isCut).toBe(true);
    expect(linesOf(blocks)).toBeLessThanOrEqual(12);
    expect(blocks[0]?.texts[0]).toMatch(/characters\. …$/);
    expect(blocks[0]?.after).toBe("\n-# Source: somewhere");
  });

  test("takes the fullest of the shorter arrangements that fits", () => {
    expect(fitFirstScreen(items(30), [items(12), items(3)]).blocks).toEqual(items(12));
  });
});

const MORE = { type: 2, style: 2, label: "More", custom_id: "r1|more" } as const;

const part = (text: string, fields: Partial<CitedText> = {}): CitedText => ({
  heading: undefined,
  text,
  citations: [
    {
      document: "a",
      title: "An article",
      publisher: "Press",
      published: "2023-01",
      section: text.slice(0, 4),
      url: undefined,
      language: "en",
    },
  ],
  snippets: ["a/1"],
  ...fields,
});

const shown = (parts: Answer["parts"], fields: Partial<Answer> = {}): string => {
  const answer = { kind: "answer", title: undefined, parts, misses: [], menu: [], related: [] } as const;
  return readPage(renderReply({ ...answer, ...fields }, ENGLISH, { more: MORE }));
};

const MAIN = part(
  "Main answer. It says enough for seven lines of a telephone, because it is what was asked for. ".repeat(3),
);
const ASIDE =
  "Aside. It says as much again, and was not asked for, although it is near enough to be of interest. ".repeat(
    3,
  );

describe("of an answer to a question", () => {
  test("drops the second best section before it shortens the best one", () => {
    const page = shown([MAIN, part(ASIDE, { isSupplement: true })]);
    expect(page).toContain(MAIN.text.trim());
    expect(page).not.toContain("Aside.");
    expect(page).toContain("[button “More” → r1|more]");
  });

  test("keeps a part of each question, because each was asked", () => {
    const page = shown([MAIN, part(ASIDE)]);
    expect(page).toContain("Main answer.");
    expect(page).toContain("Aside.");
    expect(page.match(/-# Source: /g)).toHaveLength(2);
    expect(page).toContain("[button “More” → r1|more]");
  });

  test("offers no more where there is none", () => {
    expect(shown([part("Short.")])).not.toContain("More");
  });
});

describe("of a card", () => {
  const STEPS = [
    part("Anyone may start. ".repeat(9).trim(), { heading: "First" }),
    part(ASIDE, { isSupplement: true }),
    part("Learn to read. ".repeat(9).trim(), { heading: "Then" }),
  ] as const;
  const UNSTATED = "Not stated: the end.";

  test("drops a second best section before the parts that follow it", () => {
    const page = shown(STEPS, { title: "Path" });
    expect(page).toMatch(/\*\*First:\*\* (?:Anyone may start\. ?)+\n\*\*Then:\*\* Learn to read\./);
    expect(page).not.toContain("Aside.");
  });

  test("says below its sources what is not stated, as the whole card does", () => {
    const after = `Press, January 2023\n-# ${UNSTATED}`;
    const card = { title: "Path", unstated: UNSTATED };
    expect(shown(STEPS, card)).toContain(after);
    expect(shown([STEPS[0]], card)).toContain(after);
  });
});
