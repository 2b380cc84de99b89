import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { nextMessage } from "./child-message.ts";
import { median } from "./statistics.ts";

/** What a cold process spends before it can answer, in milliseconds. */
const PARTS = z.object({ knowledge: z.number(), lexicon: z.number(), engine: z.number() });
export type StartParts = z.infer<typeof PARTS>;

const CHILD = fileURLToPath(new URL("./start-parts-child.ts", import.meta.url));

/** Medians over processes of their own: a second run in the same process would be a warm one. */
export async function measureStartParts(runs: number): Promise<StartParts> {
  const measured: StartParts[] = [];
  for (let run = 0; run < runs; run++) measured.push(await measureOnce());
  const of = (part: keyof StartParts): number => median(measured.map((parts) => parts[part]));
  return { knowledge: of("knowledge"), lexicon: of("lexicon"), engine: of("engine") };
}

async function measureOnce(): Promise<StartParts> {
  return PARTS.parse(await nextMessage(fork(CHILD, { execArgv: ["--import", "tsx"] })));
}
