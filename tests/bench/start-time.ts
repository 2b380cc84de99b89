import { BARE_CLIENT, ROLECALL, startProgram, type Program } from "./program.ts";
import { median } from "./statistics.ts";

/** Milliseconds, medians. */
export interface StartTimes {
  readonly ours: number;
  readonly bare: number;
}

/** Starts both programs in turn, so that whatever else the machine does slows both. */
export async function measureStarts(runs: number): Promise<StartTimes> {
  // The first start reads the disk and warms up the loopback Discord.
  await startOnce(BARE_CLIENT);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < runs; run++) {
    ours.push(await startOnce(ROLECALL));
    bare.push(await startOnce(BARE_CLIENT));
  }
  return { ours: median(ours), bare: median(bare) };
}

async function startOnce(program: Program): Promise<number> {
  const running = await startProgram(program);
  await running.stop();
  return running.startedIn;
}
