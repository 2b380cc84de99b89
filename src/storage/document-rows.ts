import { randomUUID } from "node:crypto";
import type { Kysely, Selectable, Transaction } from "kysely";
import { z } from "zod";
import type { DocumentSummary, GivenFacts, Kept, Quota, StoredDocument } from "../guilds/store.ts";
import type { Tables } from "./tables.ts";

const SUMMARY = ["id", "file_name", "title", "url", "published", "added", "sections", "snippets"] as const;

type SummaryRow = Pick<Selectable<Tables["document"]>, (typeof SUMMARY)[number]>;

const GIVEN = z.object({
  title: z.string().optional(),
  url: z.string().optional(),
  published: z.string().optional(),
});

/** A server's documents without their texts, in the order of their ids. */
export async function listDocuments(
  db: Kysely<Tables>,
  guildId: string,
): Promise<readonly DocumentSummary[]> {
  const rows = await db
    .selectFrom("document")
    .select(SUMMARY)
    .where("guild_id", "=", guildId)
    .orderBy("id")
    .execute();
  return rows.map(summaryOf);
}

/** A server's documents with their texts; one of them where its id is given. */
export async function readDocuments(
  db: Kysely<Tables>,
  guildId: string,
  id?: string,
): Promise<readonly StoredDocument[]> {
  const all = db.selectFrom("document").selectAll().where("guild_id", "=", guildId).orderBy("id");
  const rows = await (id === undefined ? all : all.where("id", "=", id)).execute();
  return rows.map((row) => ({
    ...summaryOf(row),
    text: row.text,
    given: givenIn(row.given),
    reading: { by: row.read_by, json: row.reading },
  }));
}

function summaryOf({ file_name: fileName, url, ...rest }: SummaryRow): DocumentSummary {
  const { id, title, published, added, sections, snippets } = rest;
  return { id, fileName, title, url: url ?? undefined, published, added, sections, snippets };
}

function givenIn(json: string): GivenFacts {
  const { title, url, published } = GIVEN.parse(JSON.parse(json));
  return {
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
  };
}

/** Keeps a document of a server that is held, unless the quota is exceeded or its id is not as it should be. */
export async function keepDocument(
  trx: Transaction<Tables>,
  guildId: string,
  {
    document,
    replaces,
    quota,
  }: { readonly document: StoredDocument; readonly replaces: boolean; readonly quota: Quota },
): Promise<Kept> {
  const held = await listDocuments(trx, guildId);
  const others = held.filter(({ id }) => id !== document.id);
  if (others.length < held.length !== replaces) return { kind: replaces ? "missing" : "taken" };
  const documents = others.length + 1;
  const snippets = others.reduce((sum, other) => sum + other.snippets, document.snippets);
  if (documents > quota.documents || snippets > quota.snippets)
    return { kind: "too-many", documents, snippets };
  await trx.deleteFrom("document").where("guild_id", "=", guildId).where("id", "=", document.id).execute();
  await trx.insertInto("document").values(rowOf(guildId, document)).execute();
  await renew(trx, guildId);
  return { kind: "kept" };
}

/** Writes what a document is read as, where it still has the text that was read. */
export async function keepReading(
  db: Kysely<Tables>,
  guildId: string,
  { id, text, reading }: Pick<StoredDocument, "id" | "text" | "reading">,
): Promise<void> {
  await db
    .updateTable("document")
    .set({ read_by: reading.by, reading: reading.json })
    .where("guild_id", "=", guildId)
    .where("id", "=", id)
    .where("text", "=", text)
    .execute();
}

/** Removes a document of a server that is held, and returns it. */
export async function removeDocument(
  trx: Transaction<Tables>,
  guildId: string,
  id: string,
): Promise<StoredDocument | undefined> {
  const [document] = await readDocuments(trx, guildId, id);
  if (document === undefined) return undefined;
  await trx.deleteFrom("document").where("guild_id", "=", guildId).where("id", "=", id).execute();
  await renew(trx, guildId);
  return document;
}

// A number would come again after a server was forgotten, and stand for other documents.
async function renew(trx: Transaction<Tables>, guildId: string): Promise<void> {
  await trx.updateTable("guild").set({ documents_version: randomUUID() }).where("id", "=", guildId).execute();
}

function rowOf(guildId: string, document: StoredDocument): Selectable<Tables["document"]> {
  const { id, fileName, title, url, published, added, sections, snippets, text, given, reading } = document;
  return {
    guild_id: guildId,
    id,
    file_name: fileName,
    title,
    url: url ?? null,
    published,
    added,
    sections,
    snippets,
    text,
    given: JSON.stringify(given),
    read_by: reading.by,
    reading: reading.json,
  };
}
