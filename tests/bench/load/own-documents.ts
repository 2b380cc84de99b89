import { createApp, openGuilds } from "../../../src/app.ts";
import { QUOTA } from "../../../src/guilds/documents.ts";
import type { Store, StoredDocument } from "../../../src/guilds/store.ts";
import type { Document } from "../../../src/knowledge/document.ts";
import { SHIPPED_FOLDER } from "../../../src/load-engine.ts";
import { createLog } from "../../../src/log.ts";
import { createMetrics } from "../../../src/monitoring/metrics.ts";
import { openStore } from "../../../src/storage/open-store.ts";
import { createUploadReader } from "../../../src/uploads/reader.ts";
import { multiplyKnowledge } from "../scale-knowledge.ts";
import { serverId } from "./payloads.ts";

/** Servers with a document of their own. */
export interface Owners {
  /** Numbers of the servers. */
  readonly servers: readonly number[];
  /** Snippets of each, about. */
  readonly snippets: number;
}

/** Documents that are uploaded; the other servers have copies of them. */
const UPLOADED = 20;

const READER = new URL("../../../dist/read-uploads.js", import.meta.url);

/** Milliseconds. */
const AN_HOUR = 3_600_000;

/** Fills a new SQLite file as uploads do; gives the snippets that the servers have on average. */
export async function fillDatabase(file: string, { servers, snippets }: Owners): Promise<number> {
  // The worker that reads does not keep a process alive.
  const awake = setInterval(() => {}, AN_HOUR);
  const some = { servers: servers.slice(0, UPLOADED), snippets };
  const uploaded = await uploadSome(file, some).finally(() => clearInterval(awake));
  const store = await openStore({ kind: "sqlite", file });
  for (const [at, server] of servers.entries()) {
    const document = uploaded[at % uploaded.length];
    const from = servers[at % uploaded.length];
    if (at < uploaded.length || document === undefined || from === undefined) continue;
    await store.keepDocument(serverId(server), document, { replaces: false, quota: QUOTA });
    await copyCalibration(store, { from: serverId(from), to: serverId(server) });
  }
  await store.stop();
  return uploaded.reduce((sum, document) => sum + document.snippets, 0) / uploaded.length;
}

/** Thresholds are kept for a version of a server's documents, whose name stands at their end. */
async function copyCalibration(
  store: Store,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const [calibration, { documentsVersion: source }, { documentsVersion: copy }] = await Promise.all([
    store.readCalibration(from),
    store.readState(from),
    store.readState(to),
  ]);
  if (calibration === undefined || source === undefined || copy === undefined)
    throw new Error("an upload left no thresholds");
  const { of, policy } = calibration;
  await store.keepCalibration(to, { of: of.replace(source, copy), policy });
}

/** Uploads a document in each of some servers, as a moderator does. */
async function uploadSome(file: string, { servers, snippets }: Owners): Promise<readonly StoredDocument[]> {
  const app = await createApp({ knowledgeFolder: SHIPPED_FOLDER });
  const reader = createUploadReader({ program: READER });
  const guilds = await openGuilds({
    database: { kind: "sqlite", file },
    app: () => app,
    read: reader.read,
    log: createLog({ level: "silent", secrets: [] }),
    metrics: createMetrics(),
  });
  const documents: StoredDocument[] = [];
  for (const [at, server] of servers.entries()) {
    const [invented] = multiplyKnowledge(app.engine.knowledge, snippets + at).documents;
    if (!invented) throw new Error("there is no document to upload");
    const bytes = new TextEncoder().encode(writeArticle(invented, snippets));
    const uploaded = await guilds.documents.upload(serverId(server), { name: "handbook.md", bytes });
    if (uploaded.kind !== "kept") throw new Error(`a document was not kept: ${JSON.stringify(uploaded)}`);
    documents.push(uploaded.document);
  }
  await guilds.stop();
  await reader.stop();
  return documents;
}

/** A heading and its text are read as about so many snippets. */
const SNIPPETS_PER_HEADING = 2.1;

/** A document as a moderator writes it: a heading for each question. */
function writeArticle({ title, sections }: Document, most: number): string {
  const headings = Math.round(most / SNIPPETS_PER_HEADING);
  const snippets = sections.flatMap((section) => section.snippets).slice(0, headings);
  const written = snippets.map(({ question, answer }) => `## ${question}\n\n${answer}`);
  return [`# ${title} handbook`, ...written].join("\n\n");
}
