import { fileURLToPath } from "node:url";
import { z } from "zod";
import { nextMessage } from "./child-message.ts";
import { startProgram, type Program, type Running } from "./program.ts";

/** Bytes that a process holds. */
export interface Memory {
  /** Resident set size as it stands. */
  readonly rss: number;
  /** The same after garbage was collected. */
  readonly rssCollected: number;
  /** Objects in use. */
  readonly heapCollected: number;
}

const MEMORY = z.object({ rss: z.number(), rssCollected: z.number(), heapCollected: z.number() });
const PROBE = fileURLToPath(new URL("./memory-probe.mjs", import.meta.url));

/** Starts a program so that its memory can be read. */
export function startProbed(program: Program): Promise<Running> {
  return startProgram(program, ["--expose-gc", "--import", PROBE]);
}

/** Reads the memory of a program started with `startProbed`. */
export async function readMemory({ child }: Running): Promise<Memory> {
  const answer = nextMessage(child);
  child.send("memory");
  return MEMORY.parse(await answer);
}
