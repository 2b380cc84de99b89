import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shorten, shortenLine } from "../../../src/discord/render/shorten.ts";

describe("a text too long for its room", () => {
  test.each([
    ["One sentence. Two sentences. Three.", 30, "One sentence. Two sentences. …"],
    ["One sentence. Two sentences. Three.", 29, "One sentence. …"],
    ["- one\n- two\n- three", 16, "- one\n- two\n…"],
    ["- one\n\nRelated ones:\n- two and some more", 28, "- one\n…"],
    ["Pay:\n- one, Sr. two, three and four", 24, "Pay: …"],
    ["Pays.\n1. Sr. here\n2. Jr. there and there", 32, "Pays.\n1. Sr. here\n…"],
    ["Short. A second sentence that goes on and on", 34, "Short. A second sentence that …"],
    ["Just one sentence without any end", 20, "Just one sentence …"],
    ["第一句。第二句。第三句。", 10, "第一句。第二句。 …"],
    ["fits", 4, "fits"],
  ])("%j in %i ends after a sentence, a line or a word", (text, room, expected) => {
    expect(shorten(text, room)).toBe(expected);
  });

  test("an address stays whole or goes", () => {
    expect(shorten("See <https://a.example/what?Is=this> now.", 30)).toBe("See …");
    expect(shorten("<https://a.example/a-long-path>", 20)).toBe("…");
  });

  test("a cut code block is closed after a whole row", () => {
    expect(shorten("```\nHead\nrow one\nrow two\nrow three\n```", 30)).toBe(
      "```\nHead\nrow one\nrow two\n``` …",
    );
  });

  test("half a row of a cut table goes", () => {
    expect(shorten("```\nHead of it\nrow number one is long\n```", 34)).toBe("```\nHead of it\n``` …");
  });

  test("bold words are closed", () => {
    expect(shorten("**bold words that go on** and on", 20)).toBe("**bold words** …");
  });

  test("an emoji of several parts is never cut", () => {
    const family = "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}";
    expect(shorten(family.repeat(5), family.length * 2 + 5)).toBe(`${family.repeat(2)} …`);
  });

  test("no room at all leaves nothing", () => {
    expect([shorten("text", 2), shorten("text", 1), shorten("text", 0)]).toEqual(["…", "…", ""]);
  });

  test(
    "is never longer than its room, and no half of a surrogate pair or of an address is left",
    { timeout: 30_000 },
    () => {
      const words = fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 12 }),
        fc.constantFrom(
          ". ",
          "\n",
          " ",
          "<https://a.example/x?y=1>",
          "\\*",
          "**b**",
          "```\na\n```",
          "\u{1f469}\u200d\u{1f4bb}",
        ),
      );
      fc.assert(
        fc.property(fc.array(words, { maxLength: 30 }), fc.nat(200), (pieces, room) => {
          const text = pieces.join("");
          const short = shorten(text, room);
          expect(short.length).toBeLessThanOrEqual(room);
          expect(short).not.toMatch(/\p{Surrogate}/u);
          expect(short === text || short === "" || short.endsWith("…")).toBe(true);
          expect(short === text).toBe(text.length <= room);
          const addresses = short.match(/<https?:\/\/[^>\s]*>?/g) ?? [];
          expect(addresses.filter((address) => !text.includes(address) || !address.endsWith(">"))).toEqual(
            [],
          );
        }),
        { numRuns: 300 },
      );
    },
  );
});

describe("a label too long for its button", () => {
  test("ends after a word, on one line", () => {
    expect(shortenLine("What does a\nDevSecOps engineer do all day?", 30)).toBe("What does a DevSecOps …");
  });

  test("a label that fits stays as it is", () => {
    expect(shortenLine("Salary", 6)).toBe("Salary");
  });
});
