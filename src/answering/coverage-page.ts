import { coverCertifications, coverRoles, type Coverage } from "./coverage.ts";
import type { Engine } from "./engine.ts";

/** How a page that is written from the documents can be told from one that somebody wrote. */
export const WRITTEN_BY = "written by `npm run knowledge -- --write`";

const INTRODUCTION = `# What the documents hold

This folder is what the bot answers from: a Markdown file for each source, and \`glossary.md\` with the names and words that questions share with them.
Every answer cites the section of a source; nothing is said that no file says.
[docs/knowledge-format.md](../docs/knowledge-format.md) tells how a file is written and checked.
This page is not read by the bot. Its tables are ${WRITTEN_BY}, and \`npm run knowledge\` fails where they are out of date.
A cell counts the snippets that say something on it; \`–\` shows what is missing.`;

/** The page about a folder's documents: what the folder is, roles by topic, and certifications by facet. Markdown. */
export function writeCoverage(engine: Engine): string {
  return [
    INTRODUCTION,
    "## Roles by topic",
    writeTable("Role", coverRoles(engine)),
    "## Certifications by facet",
    writeTable("Certification", coverCertifications(engine)),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

function writeTable(head: string, { columns, rows }: Coverage): string {
  if (rows.length === 0) return "No document is about any.";
  return [
    [head, ...columns],
    ["---", ...columns.map(() => "--:")],
    ...rows.map(({ name, counts }) => [name, ...counts.map((count) => (count === 0 ? "–" : String(count)))]),
  ]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", String.raw`\|`)).join(" | ")} |`)
    .join("\n");
}
