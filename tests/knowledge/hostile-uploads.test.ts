import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLongMarkdown } from "../../src/knowledge/long-markdown.ts";
import { parseMarkdown } from "../../src/knowledge/markdown.ts";
import { DocumentError } from "../../src/knowledge/problems.ts";
import { readUpload } from "../../src/knowledge/upload.ts";
import { SMALL_GLOSSARY } from "./sample.ts";
import { problemsOfUpload, upload } from "./upload-sample.ts";

const MEGABYTE = 1024 * 1024;
/** Processor time in which any file is read or refused, in ms: twice the aim, for machines that do other work too. */
const MOST_TIME = 4000;
const MOST_MEMORY = 300 * MEGABYTE;

const filled = (piece: string): string => piece.repeat(Math.floor(MEGABYTE / piece.length));

/** The problems of a file, having checked that reading it took bounded time and memory. */
function problemsInTime(text: string | Uint8Array, name = "article.md"): readonly string[] {
  const before = { time: process.cpuUsage(), memory: process.memoryUsage().heapUsed };
  const problems = problemsOfUpload(text, { name });
  const { user, system } = process.cpuUsage(before.time);
  expect((user + system) / 1000).toBeLessThan(MOST_TIME);
  expect(process.memoryUsage().heapUsed - before.memory).toBeLessThan(MOST_MEMORY);
  return problems;
}

const TOGETHER =
  "article.md:1: more than 100000 characters without a blank line between; divide the text by blank lines";
const MARKS =
  "too many marks of code, HTML, tables or links without a blank line between; divide the text by blank lines";

describe("a hostile file", () => {
  test.each([
    "a",
    "*",
    "[",
    "(",
    "|",
    "`",
    "<",
    ">",
    "&",
    "\\",
    "_",
    "~",
    "]",
    "#",
    ".",
    "- ",
    "![",
    "<b>",
    "https://x.org ",
  ])("of 1 MB of %s is refused with one problem", (piece) => {
    expect(problemsInTime(filled(piece))).toHaveLength(1);
  });

  test.each([
    ["one word", filled("a"), TOGETHER],
    [
      "one line 50,000 times",
      "A line of words.\n".repeat(50_000),
      "article.md:1001: more than 1000 lines without a blank line between; divide the text by blank lines",
    ],
    [
      "40,000 lines",
      "a\n\n".repeat(30_000),
      "article.md:40001: the file has more than 40000 lines; divide it into several files",
    ],
    [
      "one paragraph 15,000 times",
      "Well paid.\n\n".repeat(15_000),
      "article.md:1: the file makes 15000 snippets, more than 5000; divide it into several files",
    ],
    [
      "one heading 19,000 times",
      "## Same\n\n".repeat(19_000),
      "article.md:1: the file makes 19000 headings, more than 5000; divide it into several files",
    ],
    [
      "a table of 100,000 cells",
      `|a|b|c|d|e|\n|-|-|-|-|-|\n${"|1|2|3|4|5|\n".repeat(20_000)}`,
      `article.md:501: ${MARKS}`,
    ],
    [
      "deep quotations",
      "> ".repeat(2000),
      "article.md:1: the quote or list is nested deeper than 12 levels; make it flatter",
    ],
    [
      "a NUL byte",
      "a\0b",
      "article.md:1: the text holds a NUL character; save the file as UTF-8 text without it",
    ],
    [
      "half a surrogate pair",
      new Uint8Array([0xed, 0xa0, 0x80]),
      "article.md:1: the file is not UTF-8 text; save it as UTF-8",
    ],
    [
      "more than 1 MB",
      filled("a ").concat("aa"),
      "article.md:1: the file has 1.0 MB, more than 1 MB; divide it into several files",
    ],
    [
      "markup without end",
      "Some *words* here, at [a](b).\n\n".repeat(15_000),
      "article.md:25801: the file has more than 400000 characters in lists, tables, links and print other than plain words; divide it into several files",
    ],
  ])("with %s is refused with its line", (_, text, problem) => {
    expect(problemsInTime(text)).toEqual([problem]);
  });

  test.each([
    ["sentences", `${"Words are words. ".repeat(5000)}\n\n`.repeat(12)],
    ["initials", `${"A. ".repeat(30_000)}\n\n`.repeat(6)],
    ["open brackets", `${"(a. A ".repeat(15_000)}\n\n`.repeat(6)],
    ["spaces", `a${" ".repeat(90_000)}b\n\n`.repeat(11)],
    ["stops", `a${".".repeat(90_000)}b\n\n`.repeat(11)],
    ["equal sections", "## Same\n\ntext\n\n".repeat(4900)],
    ["terms", Array.from({ length: 4900 }, (_, at) => `Zeta Beta${at} (ZB) is our thing.`).join("\n\n")],
  ])("of nothing but %s is read", (_, text) => {
    expect(problemsInTime(text)).toEqual([]);
  });

  test.each([
    "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\ntitle: [*c,*c,*c]\n---\n\ntext",
    `---\ntitle: ${"[".repeat(9000)}\n---\n\ntext`,
    `---\n${"a: b\n".repeat(10_000)}---\n\ntext`,
  ])("with a bomb in its front matter is refused", (text) => {
    expect(problemsInTime(text)).toHaveLength(1);
  });

  const KEY_OF_GROUPS =
    "the front matter is not valid YAML (a key is a group of fields); put values with special characters in quotes";

  test.each([
    ["lists in groups", `${"{[".repeat(200)}1${"]}".repeat(200)}`],
    ["keys of keys", `${"? ".repeat(400)}1`],
    ["keys of lists", `${"? - ".repeat(200)}1`],
    ["groups in a group", `${"{a: ".repeat(600)}1${"}".repeat(600)}`],
  ])("with %s as a key of its front matter is refused", (_, key) => {
    expect(problemsInTime(`---\n? ${key}\n---\n\ntext`)).toEqual([`article.md:2: ${KEY_OF_GROUPS}`]);
  });

  test.each(["{[", "? ", "? - ", "{a: ", "[", "- ", "a: [", "&a [", "!x {", "'", '"', "- - ? "])(
    "with 19,000 characters of %s as front matter has one problem at most",
    { timeout: 30_000 },
    (piece) => {
      const inOneLine = piece.repeat(19_000 / piece.length);
      const inLines = `${piece}\n`.repeat(19_000 / (piece.length + 1));
      for (const yaml of [inOneLine, inLines])
        expect(problemsInTime(`---\n${yaml}\n---\n\ntext`).length).toBeLessThanOrEqual(1);
    },
  );
});

describe("a strange file", () => {
  test("may have keys and headings that objects have", () => {
    const text =
      "---\n__proto__: x\nconstructor: y\ntitle: __proto__\n---\n\n## constructor\n\nWords.\n\n## \\_\\_proto\\_\\_\n\nMore.";
    const { document } = upload(text);
    expect(document).toMatchObject({ id: "proto", title: "__proto__" });
    expect(document.sections.map(({ heading }) => heading)).toEqual(["constructor", "__proto__"]);
  });

  test("loses its HTML and script", () => {
    const text =
      'Some <b onclick="x()">words</b>.\n\n<script>alert(1)</script>\n\n<iframe src="x">\n\n[Click](javascript:alert(1))';
    const answers = upload(text).document.sections.flatMap(({ snippets }) =>
      snippets.map(({ answer }) => answer),
    );
    expect(answers).toEqual(["Some words.", "Click"]);
  });

  test("is read alike block by block and as a whole", { timeout: 60_000 }, () => {
    const lines = fc.constantFrom(
      "# One",
      "## Two *b*",
      "Words of text.",
      "More, with `code` and [a][b].",
      "- item",
      "  go on",
      "1. one",
      "> quote",
      "```",
      "~~~",
      "| a | b |",
      "|-|-|",
      "| 1 | 2 |",
      "",
      "",
      "",
      "===",
      "---",
      "<div>",
      "</div>",
      "<!--",
      "-->",
      "[b]: https://x.org",
      "    code",
      "**bold**",
      "a  ",
      "(x) y",
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 25 }), (some) => {
        // Where a text begins as front matter does, the Markdown reader takes a list right below a line or heading for a paragraph.
        fc.pre(some[0] !== "---");
        const text = some.join("\n");
        const whole = parseMarkdown(text, () => {})?.root.children;
        expect(shapeOf(parseLongMarkdown(text, () => {})?.children ?? [])).toEqual(shapeOf(whole ?? []));
      }),
      { numRuns: 300 },
    );
  });

  test("of any bytes is read or tells what to mend", { timeout: 60_000 }, () => {
    const pieces = fc.constantFrom(
      "# ",
      "\n\n",
      "**",
      "**A B** – the c",
      "`",
      "<b>",
      "\u202e",
      "\u200b",
      "(AB) ",
      "Alpha Beta ",
      " is a ",
      "| a | b |\n|-|-|\n",
      "- ",
      "Q: a?\n",
      "---\n",
      "\r",
      "é",
      "😀",
    );
    const text = fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 40 });
    fc.assert(
      fc.property(text, fc.constantFrom("a.md", "a.txt"), (some, name) => {
        const bytes = new TextEncoder().encode(some.join(""));
        expect(["read", "told"]).toContain(outcomeOf(() => readUpload({ bytes, name }, SMALL_GLOSSARY)));
      }),
      { numRuns: 150 },
    );
  });
});

function outcomeOf(read: () => unknown): string {
  try {
    read();
    return "read";
  } catch (error) {
    return error instanceof DocumentError ? "told" : String(error);
  }
}

/** The kinds and places of blocks, without the definitions that other blocks lend. */
function shapeOf(nodes: readonly { type: string; position?: { start: { offset?: number } } }[]): unknown {
  return nodes.map(({ type, position }) => [type, position?.start.offset]);
}
