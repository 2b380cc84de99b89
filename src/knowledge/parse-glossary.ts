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
import { readGlossaryTables, type GlossaryTable } from "./glossary-sections.ts";
import { withReport, type Report } from "./problems.ts";

/** A glossary without entries, for a folder that has none. */
export const EMPTY_GLOSSARY: Glossary = { entities: [], topics: [], wordGroups: [] };

const KIND_OF_SECTION: ReadonlyMap<string, EntityKind> = new Map<string, EntityKind>([
  ...ENTITY_KINDS.map((kind) => [`${kind}s`, kind] as const),
  ["laws and standards", "law"],
]);

/** The kind of what a section lists; `undefined` for a section of anything else. */
export function kindOfSection(heading: string): EntityKind | undefined {
  return KIND_OF_SECTION.get(heading.toLowerCase().replace(/ *\(.*\)$/, ""));
}

/** Reads a glossary's tables. Pure. Throws `DocumentError` with every problem of the file. */
export function parseGlossary(raw: string, path: string): Glossary {
  return withReport(path, (report) => {
    const tables = readGlossaryTables(cleanText(raw, report) ?? "");
    const under = (heading: string): readonly GlossaryTable[] =>
      tables.filter((table) => table.heading === heading);
    return {
      entities: tables.flatMap((table) => readEntities(table, report)),
      topics: under("Topics").flatMap((table) => readTopics(table, report)),
      wordGroups: under("Words").flatMap((table) => readWordGroups(table, report)),
    };
  });
}

/** `language:csharp`, `tool:ci-cd`: stable, and different for C, C++ and C#. */
function entityId(kind: EntityKind, name: string): string {
  const spelled = name.replaceAll("+", " plus ").replaceAll("#", "sharp").replaceAll(/[/.]/g, " ").trim();
  return `${kind}:${slug(spelled).replaceAll(/-+/g, "-")}`;
}

function readEntities(table: GlossaryTable, report: Report): Entity[] {
  const kind = kindOfSection(table.heading);
  if (kind === undefined) return [];
  const rows = readRows(table, ["Name", "Also written"], report);
  reportRepeats(rows, table.heading, report);
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

function readTopics(table: GlossaryTable, report: Report): Topic[] {
  const rows = readRows(table, ["Topic", "Name", "Words"], report);
  reportRepeats(rows, table.heading, report);
  return rows.map((row) => ({
    id: row.name,
    name: row.cell("Name") === "" ? row.name : row.cell("Name"),
    words: listCell(row.cell("Words")).map((word) => word.toLowerCase()),
  }));
}

function readWordGroups(table: GlossaryTable, report: Report): WordGroup[] {
  const rows = readRows(table, ["Word", "Also written"], report);
  reportRepeats(rows, table.heading, report);
  return rows.map((row) => [row.name, ...aliasesOf(row)]);
}
