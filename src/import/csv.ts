/** A row of a table by its column heads; cells are trimmed. */
export type Row = ReadonlyMap<string, string>;

/** A row and the line of its file, from 1. */
export interface Line {
  readonly line: number;
  readonly row: Row;
}

/** Reads a CSV table with a line of heads; cells in quotes may hold commas, and `""` for a quote. Heads are in capitals. */
export function readTable(text: string): readonly Row[] {
  return readLines(text).map(({ row }) => row);
}

/** Reads a table as `readTable` does, and one whose cells are divided by tabs, in which quotes are plain characters. */
export function readLines(text: string): readonly Line[] {
  const [heads, ...lines] = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .map((content, at) => ({ content, line: at + 1 }))
    .filter(({ content }) => content.trim() !== "");
  const read = heads?.content.includes("\t") === true ? readTabbed : readCells;
  const names = read(heads?.content ?? "").map((head) => head.toUpperCase());
  return lines.map(({ content, line }) => {
    const cells = read(content);
    return { line, row: new Map(names.map((name, at) => [name, cells[at] ?? ""])) };
  });
}

const readTabbed = (line: string): readonly string[] => line.split("\t").map((cell) => cell.trim());

const CELL = /(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*|([^,]*))/g;

function readCells(line: string): readonly string[] {
  return Array.from(line.matchAll(CELL), ([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? "").trim(),
  );
}
