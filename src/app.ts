import { createHash } from "node:crypto";
import type { BaseEngine } from "./answering/engine.ts";
import type { Config } from "./config.ts";
import { createAssistant, type Assistant, type Clock } from "./guilds/assistant.ts";
import { createGuildAssistants } from "./guilds/guild-assistants.ts";
import { createGuildDocuments } from "./guilds/documents.ts";
import { createGuilds, type Guilds } from "./guilds/guilds.ts";
import type { ReadUpload } from "./guilds/uploads.ts";
import { dayOf } from "./guilds/weeks.ts";
import { machineDay } from "./machine-day.ts";
import { warmUp } from "./guilds/warm-up.ts";
import { fingerprintProgram, loadEngine } from "./load-engine.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./monitoring/metrics.ts";
import { VERSION } from "./version.ts";

/** What the program is built from. */
export interface AppOptions extends Pick<Config, "knowledgeFolder">, Clock {
  /** Compile the code of an answer soon after the start, for a process that stays. */
  readonly warms?: boolean;
}

/** What answers from the built-in documents. */
export interface App {
  readonly engine: BaseEngine;
  readonly assistant: Assistant;
}

/** Builds what answers from the documents that are configured. Throws FolderError when they cannot be used. */
export async function createApp({
  knowledgeFolder,
  warms = false,
  today = machineDay,
}: AppOptions): Promise<App> {
  const engine = await loadEngine(knowledgeFolder);
  const assistant = createAssistant(engine, { today });
  if (warms)
    warmUp(
      assistant,
      engine.index.entries.map(({ snippet }) => snippet.question),
    );
  return { engine, assistant };
}

/** Estimated bytes that the assistants of servers with documents of their own may hold together. */
const MOST_BYTES = 200_000_000;

/** What servers are served from. */
export interface GuildsAccess extends Pick<Config, "database"> {
  readonly app: App;
  readonly read: ReadUpload;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Milliseconds since 1970; the machine's clock when left out. */
  readonly now?: () => number;
  /** Milliseconds that only go forward, whatever becomes of that clock; those of the process when left out. */
  readonly elapsed?: () => number;
}

/** Opens what servers decided and added. Throws DatabaseRefusal when the operator has to mend the database. */
export async function openGuilds({
  database,
  app: { engine, assistant },
  read,
  log,
  metrics,
  now = Date.now,
  elapsed = () => performance.now(),
}: GuildsAccess): Promise<Guilds> {
  // Neither the chat nor a single question needs a database.
  const { openStore } = await import("./storage/open-store.ts");
  const store = await openStore(database);
  const { glossary } = engine.knowledge;
  const documents = createGuildDocuments({ store, glossary, read, readBy: nameReader(engine), now });
  const assistants = createGuildAssistants({
    base: engine,
    shared: assistant,
    load: (guildId) => documents.load(guildId),
    mostBytes: MOST_BYTES,
    onFailure: (err, guildId) => log.error({ err, guildId }, "a server's documents could not be loaded"),
    today: () => dayOf(now()),
  });
  const onFailure = (err: unknown): void => {
    metrics.databaseFailed();
    log.error({ err }, "the database failed");
  };
  return createGuilds({ store, documents, assistant, assistants, now, elapsed, onFailure });
}

/** What a text is read as depends on the program and on the glossary. */
function nameReader({ knowledge }: BaseEngine): string {
  const hash = createHash("sha256").update(JSON.stringify(knowledge.glossary));
  return hash.update(fingerprintProgram() ?? VERSION).digest("hex");
}
