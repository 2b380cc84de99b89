import { describe, expect, test } from "vitest";
import { problemsOf, read, snippetsOf } from "./sample.ts";

const headingsOf = (text: string): readonly string[] => read(text).sections.map((section) => section.heading);
const answersOf = (text: string): readonly string[] => snippetsOf(text).map((snippet) => snippet.answer);

describe("files as they are found", () => {
  test("a text without front matter and headings is one introduction, titled by its file", () => {
    const document = read("Just a paragraph.");
    expect(document.title).toBe("sample");
    expect(headingsOf("Just a paragraph.")).toEqual(["(introduction)"]);
    expect(answersOf("Just a paragraph.")).toEqual(["Just a paragraph."]);
  });

  test("a single # heading titles the document", () => {
    const text = "# All about pay\n\nFirst.\n\n## Later\n\nSecond.";
    expect(read(text).title).toBe("All about pay");
    expect(headingsOf(text)).toEqual(["(introduction)", "Later"]);
  });

  test("several # headings are sections", () => {
    expect(headingsOf("# One\n\nFirst.\n\n# Two\n\nSecond.")).toEqual(["One", "Two"]);
  });

  test("underlined headings and any level are headings", () => {
    expect(headingsOf("One\n===\n\na\n\nTwo\n---\n\nb\n\n##### Three\n\nc\n\n# Four\n\nd")).toEqual([
      "One",
      "Two",
      "Three",
      "Four",
    ]);
  });

  test("a heading is its words, without markup, links and pictures", () => {
    expect(headingsOf("## **Pay** in [the `US`](https://x.org) ![](y.png) &amp; more\n\nText.")).toEqual([
      "Pay in the US & more",
    ]);
  });

  test("a byte order mark and carriage returns change nothing", () => {
    const text = "---\ntitle: T\n---\n\n## One\n\nFirst\nline.\n";
    expect(read(`\uFEFF${text.replaceAll("\n", "\r\n")}`)).toEqual(read(text));
    expect(read(text.replaceAll("\n", "\r"))).toEqual(read(text));
  });

  test("HTML is left out, the text within it stays", () => {
    expect(
      answersOf('<div class="wrap">\n\nText with <b>bold</b><br>print.\n\n</div>\n\n<!-- a note -->'),
    ).toEqual(["Text with bold print."]);
  });

  test("characters that were decoded wrongly stay as they are", () => {
    expect(answersOf("security â€“ *Dev*elopment")).toEqual(["security â€“ *Dev*elopment"]);
  });

  test("an empty file is a document without sections", () => {
    expect(read("").sections).toEqual([]);
  });

  test.each([
    [
      "a NUL character",
      "One\n\ntwo \0",
      "3: the text holds a NUL character; save the file as UTF-8 text without it",
    ],
    [
      "a lone surrogate",
      "One \uD800",
      "1: the text holds half of a surrogate pair; save the file as UTF-8 text without it",
    ],
    [
      "more than 400 000 characters",
      "a ".repeat(250_000),
      "1: the file has 500000 characters, more than 400000; divide it into several files",
    ],
    [
      "quotes in quotes without end",
      ">".repeat(10_000),
      "1: the quote or list is nested deeper than 12 levels; make it flatter",
    ],
    [
      "lists in lists without end",
      "- ".repeat(10_000) + "a",
      "1: the quote or list is nested deeper than 12 levels; make it flatter",
    ],
    [
      "a staircase of lists",
      Array.from({ length: 200 }, (_, at) => `${"  ".repeat(at)}- a`).join("\n"),
      "51: the line is indented by more than 100 columns; indent it less",
    ],
    [
      "thousands of quotes",
      "> a\n\n".repeat(10_000),
      "12001: the file has more than 6000 quotes and list items; divide it into several files",
    ],
    [
      "thousands of emphasis marks",
      "*a ".repeat(10_000),
      "1: too many marks of emphasis without a blank line between; divide the text by blank lines",
    ],
    [
      "thousands of brackets",
      "[".repeat(10_000),
      "1: too many brackets without a blank line between; divide the text by blank lines",
    ],
  ])("%s is refused with its line", (_, text, problem) => {
    expect(problemsOf(text)).toEqual([`knowledge/sample.md:${problem}`]);
  });

  test("lines of dashes and stars are no lists", () => {
    expect(problemsOf(`${"- ".repeat(40)}\n\n${"*".repeat(200)}\n\n${"-".repeat(200)}\n`)).toEqual([]);
  });

  test("one endless word is cut into short answers", () => {
    const answers = answersOf("a".repeat(250_000));
    expect(answers).toHaveLength(500);
    expect(answers.join("")).toBe("a".repeat(250_000));
  });

  test("a table of two thousand rows is read in bounded time", { timeout: 30_000 }, () => {
    const rows = Array.from({ length: 2000 }, (_, at) => `| City ${at} | ${at} |`);
    expect(answersOf(`| City | Rent |\n| - | - |\n${rows.join("\n")}`)).toHaveLength(2000);
  });
});
