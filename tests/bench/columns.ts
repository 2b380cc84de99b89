/** Cells as lines of text, the first of each line to the left and the others to the right. */
export function alignColumns(lines: readonly (readonly string[])[]): string {
  const [head = []] = lines;
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) => alignLine(line, widths)).join("\n");
}

function alignLine(line: readonly string[], [first = 0, ...widths]: readonly number[]): string {
  const [name = "", ...cells] = line;
  return [name.padEnd(first), ...cells.map((cell, at) => cell.padStart(widths[at] ?? 0))]
    .join("   ")
    .trimEnd();
}
