import type { Config } from "./config.ts";
import { createAssistant, type Assistant, type Clock } from "./guilds/assistant.ts";
import { warmUp } from "./guilds/warm-up.ts";
import { loadEngine } from "./load-engine.ts";
import { machineDay } from "./machine-day.ts";

/** What the program is built from. */
export interface AppOptions extends Pick<Config, "knowledgeFolder">, Clock {
  /** Compile the code of an answer soon after the start, for a process that stays. */
  readonly warms?: boolean;
}

/** Builds what answers from the documents that are configured. Throws FolderError when they cannot be used. */
export async function createApp({
  knowledgeFolder,
  warms = false,
  today = machineDay,
}: AppOptions): Promise<Assistant> {
  const engine = await loadEngine(knowledgeFolder);
  const assistant = createAssistant(engine, { today });
  if (warms)
    warmUp(
      assistant,
      engine.index.entries.map(({ snippet }) => snippet.question),
    );
  return assistant;
}
