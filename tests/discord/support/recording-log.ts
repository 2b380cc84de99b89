import { z } from "zod";
import { createLog, type Log } from "../../../src/log.ts";

const ENTRY = z.record(z.string(), z.unknown());

export type Entry = Readonly<z.infer<typeof ENTRY>>;

/** The real log, with its lines at hand. */
export function recordingLog(secrets: readonly string[] = []): {
  readonly log: Log;
  readonly entries: Entry[];
  readonly lines: string[];
} {
  const entries: Entry[] = [];
  const lines: string[] = [];
  const write = (line: string): void => {
    lines.push(line);
    entries.push(ENTRY.parse(JSON.parse(line)));
  };
  return { log: createLog({ level: "trace", secrets, destination: { write } }), entries, lines };
}
