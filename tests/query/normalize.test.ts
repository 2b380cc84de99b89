import * as fc from "fast-check";
import { expect, test } from "vitest";
import { normalizeText } from "../../src/query/normalize.ts";

test.each([
  { what: "full-width letters become plain ones", text: "Ｄｅｖ Ｏｐｓ", plain: "Dev Ops" },
  { what: "ligatures are opened", text: "ﬁnd", plain: "find" },
  { what: "zero-width characters go", text: "Dev\u200bOps\ufeff", plain: "DevOps" },
  { what: "characters that turn the writing direction go", text: "\u202eDevOps\u202c", plain: "DevOps" },
  { what: "soft hyphens go", text: "De\u00advOps", plain: "DevOps" },
  { what: "controls go", text: "Dev\u0000Ops\u0007", plain: "DevOps" },
  { what: "code blocks go", text: "Why?\n```ts\nconst a = 1;\n```\nHow?", plain: "Why?\n\n\nHow?" },
  { what: "a code block that never ends goes", text: "Why? ```ts const a", plain: "Why?" },
  { what: "links go", text: "is https://example.org/a?b=c good", plain: "is good" },
  { what: "links in angle brackets go", text: "is <https://example.org> good", plain: "is good" },
  { what: "mentions of members go", text: "<@123> hi <@!456>", plain: "hi" },
  { what: "mentions of roles and channels go", text: "ask <@&12> in <#34>", plain: "ask in" },
  { what: "mentions of commands go", text: "try </ask:99>", plain: "try" },
  { what: "custom emoji go", text: "pay <:money:12> <a:dance:34>?", plain: "pay ?" },
  { what: "timestamps go", text: "since <t:1618953630:R>", plain: "since" },
  { what: "curly quotes become straight", text: "what’s “it”", plain: 'what\'s "it"' },
  { what: "typographic hyphens become plain", text: "full‑time", plain: "full-time" },
  { what: "runs of blanks become one", text: "  a \t b\u00a0c ", plain: "a b c" },
  { what: "line breaks stay", text: "one\ntwo", plain: "one\ntwo" },
  { what: "an arrow or a comparison is no mention", text: "a <b> c < d", plain: "a <b> c < d" },
])("$what", ({ text, plain }) => {
  expect(normalizeText(text)).toBe(plain);
});

test("half of a surrogate pair becomes the replacement character", () => {
  expect(normalizeText("pay \ud83d")).toBe("pay \ufffd");
});

test("a text without markup that is normal already stays as it is", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9?!,]+( [a-z0-9?!,]+)*$/), (text) => {
      expect(normalizeText(text)).toBe(text);
    }),
  );
});

test("no text has controls, line breaks aside, or blanks around it when it is normal", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const normal = normalizeText(text);
      expect(normal).not.toMatch(/(?![\n\t\r])[\p{Cc}\p{Cf}]|^\s|\s$/u);
      expect(normal.isWellFormed()).toBe(true);
    }),
  );
});
