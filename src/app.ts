import type { Config } from "./config.ts";
import { createAssistant, type Assistant } from "./guilds/assistant.ts";
import { loadEngine } from "./load-engine.ts";

/** Builds what answers from the documents that are configured. Throws FolderError when they cannot be used. */
export async function createApp({ knowledgeFolder }: Pick<Config, "knowledgeFolder">): Promise<Assistant> {
  return createAssistant(await loadEngine(knowledgeFolder));
}
