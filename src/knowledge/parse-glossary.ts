import { slug } from "github-slugger";
import { cleanText } from "./clean-text.ts";
import {
  ENTITY_KINDS,
  type Entity,
  type EntityKind,
  type Glossary,
  type Topic,
  type WordGroup,
} from "./glossary.ts";
import {
  listCell,
  readRows,
  reportRepeats,
  reportUnknownWholes,
  type GlossaryRow,
} from "./glossary-table.ts";
import { parseMarkdown } from "./markdown.ts";
import { divide, textBlocks, type Part } from "./outline.ts";
import { withReport, type Report } from "./problems.ts";

/** A glossary without entries, for a folder that has none. */
export const EMPTY_GLOSSARY: Glossary = { entities: [], topics: [], wordGroups: [] };

const KIND_OF_SECTION: ReadonlyMap<string, EntityKind> = new Map<string, EntityKind>([
  ...ENTITY_KINDS.map((kind) => [`${kind}s`, kind] as const),
  ["laws and standards", "law"],
]);

/** Reads a glossary's tables. Pure. Throws `DocumentError` with every problem of the file. */
export function parseGlossary(raw: string, path: string): Glossary {
  return withReport(path, (report) => {
    const text = cleanText(raw, report);
    const markdown = text === undefined ? undefined : parseMarkdown(text, report);
    if (markdown === undefined) return EMPTY_GLOSSARY;
    const sections = divide(textBlocks(markdown.root), () => true);
    const named = (heading: string): readonly Part[] =>
      sections.filter((section) => section.heading === heading);
    return {
      entities: sections.flatMap((section) => readEntities(section, report)),
      topics: named("Topics").flatMap((section) => readTopics(section, report)),
      wordGroups: named("Words").flatMap((section) => readWordGroups(section, report)),
    };
  });
}

/** `language:csharp`, `tool:ci-cd`: stable, and different for C, C++ and C#. */
function entityId(kind: EntityKind, name: string): string {
  const spelled = name.replaceAll("+", " plus ").replaceAll("#", "sharp").replaceAll(/[/.]/g, " ").trim();
  return `${kind}:${slug(spelled).replaceAll(/-+/g, "-")}`;
}

function readEntities(section: Part, report: Report): Entity[] {
  const kind = KIND_OF_SECTION.get(section.heading.toLowerCase().replace(/ *\(.*\)$/, ""));
  if (kind === undefined) return [];
  const rows = readRows(section, ["Name", "Also written"], report);
  reportRepeats(rows, section.heading, report);
  reportUnknownWholes(rows, report);
  return rows.map((row) => {
    const partOf = listCell(row.cell("Part of")).map((name) => entityId(kind, name));
    const entity = { id: entityId(kind, row.name), kind, name: row.name, aliases: aliasesOf(row), partOf };
    const issuer = row.cell("Issuer");
    return issuer === "" ? entity : { ...entity, issuer };
  });
}

function aliasesOf(row: GlossaryRow): readonly string[] {
  return listCell(row.cell("Also written")).filter((alias) => alias !== row.name);
}

function readTopics(section: Part, report: Report): Topic[] {
  const rows = readRows(section, ["Topic", "Name", "Words"], report);
  reportRepeats(rows, section.heading, report);
  return rows.map((row) => ({
    id: row.name,
    name: row.cell("Name") === "" ? row.name : row.cell("Name"),
    words: listCell(row.cell("Words")).map((word) => word.toLowerCase()),
  }));
}

function readWordGroups(section: Part, report: Report): WordGroup[] {
  const rows = readRows(section, ["Word", "Also written"], report);
  reportRepeats(rows, section.heading, report);
  return rows.map((row) => [row.name, ...aliasesOf(row)]);
}
