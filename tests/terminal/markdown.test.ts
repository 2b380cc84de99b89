import { expect, test } from "vitest";
import { renderMarkdown } from "../../src/terminal/markdown.ts";
import { PLAIN_SCREEN, type Screen } from "../../src/terminal/screen.ts";

const narrow: Screen = { ...PLAIN_SCREEN, width: 30 };

test.each([
  ["emphasis loses its marks", "**Bold**, *slanted*, ~~gone~~ and `code`", "Bold, slanted, gone and code"],
  [
    "a link shows label and address",
    "See [the page](https://a.example/b).",
    "See the page (https://a.example/b).",
  ],
  ["an address stands once", "See <https://a.example/b>.", "See https://a.example/b."],
  ["an escaped mark is a plain one", String.raw`5 \* 3 \_ 2`, "5 * 3 _ 2"],
  ["an image is its description", "![a cat](https://a.example/cat.png)", "a cat"],
  ["line ends stay", "one\ntwo  \nthree", "one\ntwo\nthree"],
  ["a heading is a line", "## Pay\n\nMuch.", "Pay\n\nMuch."],
  ["a quote keeps its mark", "> one\n> two", "> one\n> two"],
  ["a list stays below its lead", "You need:\n- this\n- that", "You need:\n- this\n- that"],
  ["a numbered list keeps its numbers", "3. three\n4. four", "3. three\n4. four"],
  ["a list in a list is indented", "- a\n  - b\n- c", "- a\n  - b\n- c"],
  ["words in angle brackets are not lost", "Use List<String> here", "Use List<String> here"],
  ["code stays as it is", "```\na  b\n```", "a  b"],
])("%s", (_, markdown, text) => {
  expect(renderMarkdown(markdown, PLAIN_SCREEN)).toBe(text);
});

test("a list is wrapped below its text", () => {
  expect(renderMarkdown("- CI/CD tools such as Jenkins, and other developer tools", narrow)).toBe(
    `- CI/CD tools such as Jenkins,
  and other developer tools`,
  );
});

const TABLE = `| City | Salary | Rent |
|---|---|---|
| San Francisco | 12,169.50 | 2,995 |
| **Zürich** | 9,000 | – |
| 東京 | 7 | |`;

test("a table has aligned columns, numbers to the right, by what characters take on a terminal", () => {
  expect(renderMarkdown(TABLE, PLAIN_SCREEN)).toBe(`City              Salary   Rent
─────────────  ─────────  ─────
San Francisco  12,169.50  2,995
Zürich             9,000      –
東京                   7`);
});

test("a table that is wider than the screen becomes a list without the empty cells", () => {
  expect(renderMarkdown(TABLE, narrow)).toBe(`- San Francisco — Salary:
  12,169.50 · Rent: 2,995
- Zürich — Salary: 9,000 ·
  Rent: –
- 東京 — Salary: 7`);
});
