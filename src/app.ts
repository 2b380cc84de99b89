import type { Config } from "./config.ts";
import { createGuilds, type Guilds } from "./guilds/guilds.ts";
import type { Log } from "./log.ts";
import { openStore } from "./storage/open-store.ts";
import { createAssistant, type Assistant } from "./guilds/assistant.ts";
import { warmUp } from "./guilds/warm-up.ts";
import { loadEngine } from "./load-engine.ts";

/** What the program is built from. */
export interface AppOptions extends Pick<Config, "knowledgeFolder"> {
  /** Compile the code of an answer soon after the start, for a process that stays. */
  readonly warms?: boolean;
}

/** Builds what answers from the documents that are configured. Throws FolderError when they cannot be used. */
export async function createApp({ knowledgeFolder, warms = false }: AppOptions): Promise<Assistant> {
  const engine = await loadEngine(knowledgeFolder);
  const assistant = createAssistant(engine);
  if (warms)
    warmUp(
      assistant,
      engine.index.entries.map(({ snippet }) => snippet.question),
    );
  return assistant;
}

/** What servers are served from. */
export interface GuildsAccess extends Pick<Config, "database"> {
  /** Over the built-in knowledge. */
  readonly assistant: Assistant;
  readonly log: Log;
  /** Milliseconds since 1970; the machine's clock when left out. */
  readonly now?: () => number;
}

/** Opens what servers decided and added. Throws DatabaseRefusal when the operator has to mend the database. */
export async function openGuilds({
  database,
  assistant,
  log,
  now = Date.now,
}: GuildsAccess): Promise<Guilds> {
  const store = await openStore(database);
  const onFailure = (err: unknown): void => log.error({ err }, "the database failed");
  return createGuilds({ store, assistant, assistantOf: () => assistant, now, onFailure });
}
