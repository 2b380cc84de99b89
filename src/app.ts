import { createHash } from "node:crypto";
import type { Config } from "./config.ts";
import { createAssistant, type Clock } from "./guilds/assistant.ts";
import type { Base } from "./guilds/base.ts";
import { createGuildAssistants } from "./guilds/guild-assistants.ts";
import { createGuildDocuments } from "./guilds/documents.ts";
import { createKnownReplies } from "./guilds/known-replies.ts";
import { createCalibrations } from "./guilds/calibrations.ts";
import { createGuilds, type Guilds } from "./guilds/guilds.ts";
import type { Glossary } from "./knowledge/glossary.ts";
import type { ReadUpload } from "./guilds/uploads.ts";
import { dayOf } from "./guilds/weeks.ts";
import { machineDay } from "./machine-day.ts";
import { warmUp } from "./guilds/warm-up.ts";
import { fingerprintFolder, fingerprintProgram, loadEngine } from "./load-engine.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./monitoring/metrics.ts";
import { VERSION } from "./version.ts";

/** What the program is built from. */
export interface AppOptions extends Pick<Config, "knowledgeFolder">, Clock {
  /** Compile the code of an answer soon after the start, for a process that stays. */
  readonly warms?: boolean;
}

/** What answers from the built-in documents. */
export interface App extends Base {
  /** Of the folder as it was loaded. */
  readonly fingerprint: string | undefined;
}

/** Builds what answers from the documents that are configured. Throws FolderError when they cannot be used. */
export async function createApp({
  knowledgeFolder,
  warms = false,
  today = machineDay,
}: AppOptions): Promise<App> {
  // What changes meanwhile is loaded with the next reload.
  const fingerprint = fingerprintFolder(knowledgeFolder);
  const engine = await loadEngine(knowledgeFolder);
  const replies = createKnownReplies(() => performance.now());
  const assistant = createAssistant(engine, { today, replies });
  if (warms)
    warmUp(
      assistant,
      engine.entries.map(({ snippet }) => snippet.question),
    );
  return { engine, assistant, replies, fingerprint };
}

/** Estimated bytes that the assistants of servers with documents of their own may hold together. */
const MOST_BYTES = 96_000_000;

/** What servers are served from. */
export interface GuildsAccess extends Pick<Config, "database"> {
  /** What answers from the built-in documents, as it is when it is asked for. */
  readonly app: () => Base;
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
  app,
  read,
  log,
  metrics,
  now = Date.now,
  elapsed = () => performance.now(),
}: GuildsAccess): Promise<Guilds> {
  // Neither the chat nor a single question needs a database.
  const { openStore } = await import("./storage/open-store.ts");
  const store = await openStore(database, (kind) => metrics.databaseFailed(kind));
  const documents = createGuildDocuments({
    store,
    glossary: () => app().engine.knowledge.glossary,
    read,
    readBy: namesBy((glossary: Glossary) => glossary),
    now,
  });
  const assistants = createGuildAssistants({
    base: app,
    load: (guildId, { engine }) => documents.load(guildId, engine.knowledge.glossary),
    calibrations: createCalibrations(
      store,
      namesBy(({ engine }: Base) => engine.knowledge),
    ),
    mostBytes: MOST_BYTES,
    onFailure: (err, guildId) => log.error({ err, guildId }, "a server's documents could not be loaded"),
    today: () => dayOf(now()),
    watch: metrics,
  });
  app().replies?.tell(metrics);
  metrics.watch({
    engines: () => assistants.held().engines,
    engineBytes: () => assistants.held().bytes,
    mostEngineBytes: () => MOST_BYTES,
  });
  const onFailure = (err: unknown): void => log.error({ err }, "the database failed");
  return createGuilds({ store, documents, base: app, assistants, now, elapsed, onFailure, watch: metrics });
}

/** Gives names to what decides how this program reads or answers: the same in another process only for the same. */
function namesBy<T extends object>(partOf: (from: T) => unknown): (from: T) => string {
  const program = fingerprintProgram() ?? VERSION;
  const names = new WeakMap<T, string>();
  return (from) => {
    const known = names.get(from);
    if (known !== undefined) return known;
    const name = createHash("sha256")
      .update(JSON.stringify(partOf(from)))
      .update(program)
      .digest("hex");
    names.set(from, name);
    return name;
  };
}
