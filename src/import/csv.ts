/** A row of a table by its column heads; cells are trimmed. */
export type Row = ReadonlyMap<string, string>;

/** Reads a CSV table with a line of heads; cells in quotes may hold commas, and `""` for a quote. Heads are in capitals. */
export function readTable(text: string): readonly Row[] {
  const [heads = [], ...rows] = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .map(readCells);
  const names = heads.map((head) => head.toUpperCase());
  return rows.map((cells) => new Map(names.map((name, at) => [name, cells[at] ?? ""])));
}

const CELL = /(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*|([^,]*))/g;

function readCells(line: string): readonly string[] {
  return Array.from(line.matchAll(CELL), ([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? "").trim(),
  );
}
