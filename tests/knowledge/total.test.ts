import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";
import { parseDocument } from "../../src/knowledge/parse-document.ts";
import { DocumentError } from "../../src/knowledge/problems.ts";
import { SMALL_GLOSSARY } from "./sample.ts";

const FRAGMENTS = [
  "---\n",
  "title: x\n",
  "date: 2023-01-01\n",
  "url: https://x.org\n",
  "? [",
  "&a ",
  "*a ",
  "!!js/function ",
  "# ",
  "## ",
  "#### ",
  "> ",
  ">- ",
  "- ",
  "1. ",
  "| a | b |\n",
  "|-|-|\n",
  "| $1k | – |\n",
  "About: DevOps · Topics: pay\n",
  "Figures: period month\n",
  "[a](b)",
  "![a](b)",
  "[a]: b\n",
  "<div>",
  "<!--",
  "-->",
  "```\n",
  "**",
  "_",
  "`",
  "\\",
  "&amp;",
  "[^1]",
  "[^1]: a\n",
  "\n",
  "\n\n",
  "    ",
  "\t",
  "https://x.org",
  "a@b.org",
  "word ",
  "DevOps engineers. ",
  "\0",
  "\uD800",
  "\uFEFF",
  "\r\n",
  "\u2028",
  "é",
  "😀",
];

const markdown = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: "binary", maxLength: 5 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(""));

/** What reading comes to: `read`, or the error's name. */
function outcomeOf(read: () => unknown): string {
  try {
    read();
    return "read";
  } catch (error) {
    return error instanceof DocumentError ? "told" : String(error);
  }
}

describe("any text", () => {
  test("is a document or tells what to mend", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(markdown, fc.string({ unit: "binary" })), (text) => {
        expect(["read", "told"]).toContain(
          outcomeOf(() => parseDocument(text, { path: "a.md" }, SMALL_GLOSSARY)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("is a glossary or tells what to mend", { timeout: 60_000 }, () => {
    const glossary = fc.array(
      fc.oneof(
        fc.constantFrom(
          "## Roles\n\n",
          "## Topics\n\n",
          "| Name | Also written |\n|-|-|\n",
          "| Topic | Name | Words |\n|-|-|-|\n",
        ),
        markdown,
      ),
    );
    fc.assert(
      fc.property(glossary, (parts) => {
        expect(["read", "told"]).toContain(outcomeOf(() => parseGlossary(parts.join(""), "glossary.md")));
      }),
    );
  });

  test("loses no word of a paragraph on its way into answers", { timeout: 60_000 }, () => {
    const paragraph = fc.array(fc.stringMatching(/^[a-z]{1,9}[.!?,]?$/), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(paragraph, (words) => {
        const { sections } = parseDocument(words.join(" "), { path: "a.md" }, SMALL_GLOSSARY);
        const answers = sections.flatMap((section) => section.snippets).map((snippet) => snippet.answer);
        expect(answers.join(" ")).toBe(words.join(" "));
      }),
    );
  });
});
