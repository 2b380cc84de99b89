import type { Config } from "./config.ts";
import { createAssistant, type Assistant } from "./guilds/assistant.ts";
import { loadEngine } from "./load-engine.ts";

/** Builds what answers from the documents that are configured. Throws FolderError when they cannot be used. */
export function createApp({ knowledgeFolder }: Pick<Config, "knowledgeFolder">): Assistant {
  return createAssistant(loadEngine(knowledgeFolder));
}
