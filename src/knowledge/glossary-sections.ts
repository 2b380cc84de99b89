/** A table under a heading of a glossary. */
export interface GlossaryTable {
  readonly heading: string;
  readonly head: TableLine;
  readonly rows: readonly TableLine[];
}

/** A line of a table: its cells without markup. */
interface TableLine {
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = /^\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?$/;

/**
 * The tables of a glossary with the headings above them. A glossary holds thousands of rows and nothing else of
 * Markdown that counts, so its lines are read directly: a Markdown reader takes several times as long.
 */
export function readGlossaryTables(text: string): readonly GlossaryTable[] {
  const tables: (GlossaryTable & { readonly rows: TableLine[] })[] = [];
  let heading = "";
  let isTable = false;
  for (const [at, line] of text.split("\n").entries()) {
    const cells = line.startsWith("|") ? cellsOf(line) : [];
    heading = /^#{1,6}\s+(.*?)[\s#]*$/.exec(line)?.[1] ?? heading;
    if (cells.length === 0) isTable = false;
    else if (!isTable) tables.push({ heading, head: { line: at + 1, cells }, rows: [] });
    else if (!DELIMITERS.test(line.trim())) tables.at(-1)?.rows.push({ line: at + 1, cells });
    if (cells.length > 0) isTable = true;
  }
  return tables;
}

function cellsOf(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => plain(cell));
}

function plain(cell: string): string {
  return cell
    .replaceAll(/`|\*\*|\\(?=[^\p{L}\p{N}\s])/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
