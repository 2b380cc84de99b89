/** Something an author should look at, said once for all places where it is so. */
export interface Warning {
  /** What is so, and how to mend it. */
  readonly message: string;
  /** A row for each thing that is so; the places of one row belong together. */
  readonly rows: readonly (readonly Place[])[];
}

/** A line (from 1) of a file, and what stands there. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly note?: string;
}

/** One warning for all places; none where there are no places. */
export function warnOnce(message: string, places: readonly Place[]): readonly Warning[] {
  return places.length === 0 ? [] : [{ message, rows: [places] }];
}

/** The warning, and a line for each row: `path:line (note), path:line`. */
export function describeWarning({ message, rows }: Warning): string {
  const lines = rows.map((places) => `  ${places.map(describePlace).join(", ")}`);
  return [`warning: ${message}:`, ...lines].join("\n");
}

function describePlace({ path, line, note }: Place): string {
  return `${path}:${line}${note === undefined ? "" : ` (${note})`}`;
}
