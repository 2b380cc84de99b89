import { afterAll, describe, expect, test } from "vitest";
import { describeProblem } from "../../src/knowledge/problems.ts";
import type { UploadedFile } from "../../src/guilds/uploads.ts";
import { loadEngine, SHIPPED_FOLDER } from "../../src/load-engine.ts";
import { createUploadReader } from "../../src/uploads/reader.ts";
import { understand } from "../../src/uploads/understand.ts";
import { BROKEN, clubArticle, file, PREPARED } from "../guilds/support/articles.ts";
import { built } from "../support/built.ts";

/** Compiling the worker's program from its sources takes its time on a busy machine. */
const timeout = 120_000;
const { glossary } = (await loadEngine(SHIPPED_FOLDER)).knowledge;
const MEGABYTE = 1024 * 1024;
/** Milliseconds: as long as a moderator is kept waiting, start of the worker included. */
const LIMIT = 15_000;

const reader = createUploadReader({
  program: built("read-uploads"),
  limit: LIMIT,
});
afterAll(() => reader.stop());

const read = (uploaded: UploadedFile) => reader.read({ file: uploaded, glossary });

describe("the program that reads uploads", () => {
  test("understands a prepared document", { timeout }, async () => {
    expect(await read(file("leave.md", PREPARED))).toMatchObject({
      kind: "read",
      document: {
        id: "leave-at-our-school",
        publisher: "Our school",
        published: "2026-10-01",
        sections: [
          { heading: "Parental leave", snippets: [{ answer: "Sixteen weeks, fully paid.", derived: false }] },
        ],
      },
      introduced: [],
      text: PREPARED,
    });
  });

  test(
    "understands an article that nobody prepared, and says which names it knows and which are new",
    { timeout },
    async () => {
      const article = `${clubArticle("Lisbon")}\n## Pay\n\nA DevOps engineer of the ZG earns well, and more with the CKA.\n`;
      const understood = await read(file("club.md", article));
      expect(understood).toMatchObject({
        kind: "read",
        introduced: [{ id: "organization:zorblax-guild", name: "Zorblax Guild", aliases: ["ZG"] }],
        mentioned: ["Lisbon", "DevOps engineer", "CKA"],
      });
    },
  );

  test(
    "gives plain text back as it was typed, byte order mark and Windows line ends included",
    { timeout },
    async () => {
      const text = "\uFEFFOur club\r\n\r\nWe meet on Mondays.\r\n";
      const understood = await read(file("club.txt", text));
      expect(understood).toMatchObject({ kind: "read", text });
    },
  );

  test("lists all problems of a broken document by line, and nothing but them", { timeout }, async () => {
    const understood = await read(file("leave.md", BROKEN));
    const problems = understood.kind === "unreadable" ? understood.problems.map(describeProblem) : [];
    expect(problems).toEqual([
      'leave.md:7: the section "Leave": the question "How long is it?" has no answer text; write it under the search card',
      'leave.md:13: `Topics:` has "no-such-topic", which the glossary lacks; the nearest are "tool-choice", "time-to-become", "voucher"',
    ]);
  });

  test.each([
    [
      "no text",
      file("a.md", ""),
      "1: the file holds no text that could answer; write paragraphs, lists or tables",
    ],
    [
      "another kind of file",
      file("a.pdf", "# A\n\nText."),
      "1: the file is neither Markdown nor plain text; its name must end in .md, .markdown or .txt",
    ],
    [
      "bytes that are no text",
      { name: "a.md", bytes: new Uint8Array([0x23, 0xff, 0xfe]) },
      "1: the file is not UTF-8 text; save it as UTF-8",
    ],
    [
      "more than a megabyte",
      file("a.md", "a ".repeat(MEGABYTE)),
      "1: the file has 2.0 MB, more than 1 MB; divide it into several files",
    ],
    [
      "an address that is none",
      file("a.md", "# A\n\nText.", { url: "ftp://example.org" }),
      '1: `url` must be an address that starts with https:// or http://, not "ftp://example.org"',
    ],
    [
      "a table of a megabyte",
      file("a.md", `|a|b|\n|-|-|\n${"|c|d|\n".repeat(150_000)}`),
      "1001: more than 1000 lines without a blank line between; divide the text by blank lines",
    ],
    [
      "a megabyte of short paragraphs",
      file("a.md", "a\n\n".repeat(MEGABYTE / 4)),
      "40001: the file has more than 40000 lines; divide it into several files",
    ],
  ])("says what is wrong with %s in one problem", { timeout }, async (_, uploaded, message) => {
    const understood = await read(uploaded);
    const problems = understood.kind === "unreadable" ? understood.problems.map(describeProblem) : [];
    expect(problems).toEqual([`${uploaded.name}:${message}`]);
  });

  const hostile: readonly (readonly [string, string])[] = [
    ["one word", "a".repeat(MEGABYTE)],
    ["open brackets", "[".repeat(MEGABYTE)],
    ["nested quotes", `${">".repeat(MEGABYTE - 10)} a`],
    ["emphasis", "*a **b ".repeat(MEGABYTE / 8)],
    ["NUL bytes", "\0".repeat(MEGABYTE)],
    [
      "aliases in the front matter",
      `---\na: &a [${"x,".repeat(900)}]\nb: [${"*a,".repeat(5_000)}]\n---\n\ntext\n`,
    ],
    ["prototypes", "---\n__proto__: x\nconstructor: y\n---\n\n# __proto__\n\n__proto__ is a club.\n"],
  ];

  test.each(hostile)("reads or refuses %s, and another file right after it", { timeout }, async (_, text) => {
    const uploaded = file("hostile.md", text);
    const start = performance.now();
    const reading = read(uploaded).then(({ kind }) => kind, String);
    const next = read(file("leave.md", PREPARED));
    expect(["read", "unreadable"]).toContain(await reading);
    expect(performance.now() - start).toBeLessThan(LIMIT);
    expect((await next).kind).toBe("read");
  });
});

test("a topic that the glossary lacks is a problem of the file", () => {
  const unfit = { ...glossary, topics: [{ id: "a", name: "A", words: ["a"] }] };
  expect(understand({ file: file("leave.md", PREPARED), glossary: unfit })).toMatchObject({
    kind: "unreadable",
  });
});
