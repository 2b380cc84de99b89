import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeCode, escapeInline, escapeLabel } from "../../../src/discord/render/escape.ts";

/** Stands for the character that breaks a mention and that nobody sees. */
const shown = (text: string): string => text.replaceAll("\u200b", "·");

describe("text of documents and members", () => {
  test.each([
    ["@everyone and @here", "@·everyone and @·here"],
    ["\\@everyone", "@·everyone"],
    ["ada@here.example and @hereafter", "ada@·here.example and @·hereafter"],
    ["<@123> <@!123> <@&1> <#1>", "<·@123> <·@!123> <·@&1> <·#1>"],
    ["</ask:1> <t:1:R> <:a:1> <a:b:1> <id:home>", "<·/ask:1> <·t:1:R> <·:a:1> <·a:b:1> <·id:home>"],
    ["a < b, i <3 it", "a < b, i <3 it"],
  ])("mentions nobody: %s", (text, expected) => {
    expect(shown(escapeInline(text))).toBe(expected);
  });

  test.each([
    ["**bold** stays", "**bold** stays"],
    ["*leaning* and _leaning_ go", "leaning and leaning go"],
    ["`code` stays", "`code` stays"],
    ["```js\ncode```", "\\`\\`\\`js code\\`\\`\\`"],
    ["snake_case and 2 * 3 * 4", "snake\\_case and 2 \\* 3 \\* 4"],
    ["~~gone~~ ||secret||", "\\~\\~gone\\~\\~ \\|\\|secret\\|\\|"],
    ["[1] and C\\#", "\\[1\\] and C#"],
    ["a \\ b", "a \\\\ b"],
  ])("formats nothing by accident: %s", (text, expected) => {
    expect(escapeInline(text)).toBe(expected);
  });

  test.each([
    ["[safe](https://evil.example/a)", "safe (<https://evil.example/a>)"],
    ["see https://a.example/b_c_d.", "see <https://a.example/b_c_d>."],
    ["<https://a.example/x>", "<https://a.example/x>"],
    ["(https://a.example/x)", "(<https://a.example/x>)"],
  ])("shows where a link goes and no preview: %s", (text, expected) => {
    expect(escapeInline(text)).toBe(expected);
  });

  test("writing direction, zero-width spaces and control characters go, joiners of emoji stay", () => {
    expect(escapeInline("a\u202eb\u2066c\u200bd\ufeffe\u0007f \u{1f469}\u200d\u{1f4bb}")).toBe(
      "abcdef \u{1f469}\u200d\u{1f4bb}",
    );
  });

  test("never holds what Discord reads as a mention or a hidden address", { timeout: 30_000 }, () => {
    const hostile = fc.array(
      fc.oneof(
        fc.constantFrom(
          "@everyone",
          "@here",
          "<@1>",
          "<@&1>",
          "<#1>",
          "\\",
          "*",
          "**",
          "_",
          "`",
          "[a](https://b.c)",
          "[",
          "](",
          ")",
          " ",
        ),
        fc.string({ unit: "binary", maxLength: 4 }),
      ),
    );
    fc.assert(
      fc.property(hostile, (pieces) => {
        for (const escaped of [
          escapeInline(pieces.join("")),
          escapeLabel(pieces.join("")),
          escapeCode(pieces.join("")),
        ]) {
          expect(escaped).not.toMatch(/@(?:everyone|here)|<(?:@[!&]?|#)\d+>/);
          expect(escaped).not.toMatch(/\p{Surrogate}/u);
        }
        const outsideCode = escapeInline(pieces.join("")).replaceAll(/(?<!\\)`[^`]*`/g, "");
        expect(outsideCode).not.toMatch(/(?<!\\)\]\(/);
      }),
      { numRuns: 200 },
    );
  });

  test("is escaped in time that grows with its length only", () => {
    const started = performance.now();
    for (const piece of ["[", "**a", "`", "[a](https://", "\\", "*a_", "https://a.b/(", "<https://"])
      escapeInline(piece.repeat(3000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("the label of a link", () => {
  test("holds no address, no bracket and no line break", () => {
    expect(shown(escapeLabel("a [b]\nhttps://c.d"))).toBe("a \\[b\\] https:·//c.d");
  });
});

describe("text of a code block", () => {
  test("loses the marks that would show, and cannot end the block", () => {
    expect(escapeCode("**a** C\\# ```")).toBe("a C# ˋˋˋ");
  });
});
