import type { Document, Snippet } from "../../src/knowledge/document.ts";
import { parseDocument } from "../../src/knowledge/parse-document.ts";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";
import { DocumentError } from "../../src/knowledge/problems.ts";

/** A small glossary for facts about documents. */
export const SMALL_GLOSSARY = parseGlossary(
  `## Roles

| Name | Also written |
|---|---|
| DevOps engineer | DevOps, dev ops |
| DevSecOps engineer | DevSecOps |
| Data analyst | |

## Tools

| Name | Also written |
|---|---|
| Jenkins | |
| Terraform | |

## Topics

| Topic | Name | Words |
|---|---|---|
| salary | Salary | salary, pay, earn |
| skills | Skills | skill, know |
`,
  "glossary.md",
);

/** The document that a text is read as. */
export function read(text: string): Document {
  return parseDocument(text, { path: "knowledge/sample.md" }, SMALL_GLOSSARY);
}

/** The snippets that a text is read as, in order. */
export function snippetsOf(text: string): readonly Snippet[] {
  return read(text).sections.flatMap((section) => section.snippets);
}

/** What an author is told about a text that cannot be used. */
export function problemsOf(text: string): readonly string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof DocumentError) return error.message.split("\n");
    throw error;
  }
  return [];
}

/** A prepared document with one snippet. */
export function prepared({ card = "> - another way", answer = "An answer." } = {}): string {
  return `---\ntitle: Sample\npublished: 2023-01-23\n---\n\n## Pay\n\n#### What is paid?\n\n${card}\n\n${answer}\n`;
}
