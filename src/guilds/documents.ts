import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import type { OwnKnowledge } from "../answering/extend-engine.ts";
import { NOT_STATED, type Document } from "../knowledge/document.ts";
import type { Entity, Glossary } from "../knowledge/glossary.ts";
import {
  StoreError,
  type GivenFacts,
  type Kept,
  type Quota,
  type Store,
  type StoredDocument,
} from "./store.ts";
import type { Problem, Reading, ReadUpload, Understood, UploadedFile } from "./uploads.ts";
import { dayOf } from "./weeks.ts";

/** What a server may have: https://docs.discord.com/developers/reference#uploading-files takes larger files than are useful here. */
export const QUOTA: Quota = { documents: 50, snippets: 5_000 };

/** A document with what it was understood as. */
export interface OwnDocument extends StoredDocument {
  readonly understood: Reading;
}

/** What came of an upload. */
export type Uploaded =
  | {
      readonly kind: "kept";
      readonly document: StoredDocument;
      readonly understood: Extract<Understood, { kind: "read" }>;
    }
  | { readonly kind: "unreadable"; readonly problems: readonly Problem[] }
  /** Reading it took too long, too much memory, or failed. */
  | { readonly kind: "too-hard"; readonly cause: unknown }
  | (Exclude<Kept, { kind: "kept" }> & { readonly title: string });

/** A server's documents, as moderators handle them. Every method throws StoreError when the database fails. */
export interface GuildDocuments {
  /** Adds a document; `replaces` is the id of the one whose place it takes. A file with problems changes nothing. */
  upload(guildId: string, file: UploadedFile, replaces?: string): Promise<Uploaded>;
  list: Store["listDocuments"];
  open(guildId: string, id: string): Promise<OwnDocument | undefined>;
  /** All of a server's documents as they were uploaded, or the one with an id. */
  read(guildId: string, id?: string): Promise<readonly StoredDocument[]>;
  /** Returns what was removed. */
  remove: Store["removeDocument"];
  /** What a server's assistant is built from, read with a glossary: the one of now when left out. */
  load(guildId: string, glossary?: Glossary): Promise<OwnKnowledge>;
}

export interface GuildDocumentsOptions {
  readonly store: Store;
  /** The built-in one, as it is when it is asked for. */
  readonly glossary: () => Glossary;
  readonly read: ReadUpload;
  /** Names the program and the glossary that read. */
  readonly readBy: (glossary: Glossary) => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function createGuildDocuments(options: GuildDocumentsOptions): GuildDocuments {
  const { store } = options;
  const openAll = async (guildId: string, glossary: Glossary): Promise<readonly OwnDocument[]> => {
    const { documents } = await store.readDocuments(guildId);
    const opened: OwnDocument[] = [];
    // One after the other: there is one reader, and most need none. Between two of them others are answered.
    for (const document of documents) {
      opened.push({ ...document, understood: await readingOf(document, { ...options, guildId, glossary }) });
      await nextTurn();
    }
    return opened;
  };
  return {
    upload: (guildId, file, replaces) => upload({ guildId, file, replaces }, options),
    list: (guildId) => store.listDocuments(guildId),
    open: async (guildId, id) => {
      const document = await store.readDocument(guildId, id);
      const reading = { ...options, guildId, glossary: options.glossary() };
      return document && { ...document, understood: await readingOf(document, reading) };
    },
    read: async (guildId, id) => {
      const { documents } = await store.readDocuments(guildId);
      return id === undefined ? documents : documents.filter((document) => document.id === id);
    },
    remove: (guildId, id) => store.removeDocument(guildId, id),
    load: async (guildId, glossary = options.glossary()) =>
      mergeOwn(await openAll(guildId, glossary), glossary),
  };
}

interface UploadOrder {
  readonly guildId: string;
  readonly file: UploadedFile;
  readonly replaces: string | undefined;
}

async function upload(
  { guildId, file, replaces }: UploadOrder,
  { store, read, readBy, now, ...options }: GuildDocumentsOptions,
): Promise<Uploaded> {
  const glossary = options.glossary();
  const before = replaces === undefined ? undefined : await store.readDocument(guildId, replaces);
  const given = givenFor(file, before?.given);
  const understood = await read({ file: { ...file, ...given }, glossary }).catch(
    (cause: unknown) => ({ kind: "too-hard", cause }) as const,
  );
  if (understood.kind !== "read") return understood;
  const document = {
    ...summarise(understood.document, replaces),
    fileName: file.name,
    added: dayOf(now()),
    text: understood.text,
    given,
    reading: { by: readBy(glossary), json: writeReading(understood) },
  };
  const kept = await store.keepDocument(guildId, document, {
    replaces: replaces !== undefined,
    quota: QUOTA,
  });
  return kept.kind === "kept" ? { kind: "kept", document, understood } : { ...kept, title: document.title };
}

function summarise({ id, title, url, published, sections }: Document, replaces: string | undefined) {
  const snippets = sections.reduce((sum, section) => sum + section.snippets.length, 0);
  return { id: replaces ?? id, title, url, published, sections: sections.length, snippets };
}

/** A new version keeps the title and the address that were given for the one before, unless others are given. */
function givenFor({ title, url, published }: UploadedFile, before: GivenFacts = {}): GivenFacts {
  const named = title ?? before.title;
  const linked = url ?? before.url;
  return {
    ...(named !== undefined && { title: named }),
    ...(linked !== undefined && { url: linked }),
    ...(published !== undefined && { published }),
  };
}

const READING = z.object({
  document: z.custom<Document>((value) => typeof value === "object" && value !== null),
  introduced: z.custom<readonly Entity[]>((value) => Array.isArray(value)),
});

const writeReading = ({ document, introduced }: Reading): string => JSON.stringify({ document, introduced });
const keptReading = ({ reading }: StoredDocument): Reading => READING.parse(JSON.parse(reading.json));

/** What is read with. */
interface ReadingOptions extends Pick<GuildDocumentsOptions, "store" | "read" | "readBy"> {
  readonly guildId: string;
  readonly glossary: Glossary;
}

/** What a document is understood as; it is read again where another program, or another glossary, has read it. */
async function readingOf(document: StoredDocument, options: ReadingOptions): Promise<Reading> {
  const { store, guildId } = options;
  const by = options.readBy(options.glossary);
  if (document.reading.by === by) return keptReading(document);
  const understood = await readAgain(document, options);
  // What only an older program could read is answered from as that one read it.
  if (understood === undefined) return keptReading(document);
  try {
    await store.keepReading(guildId, document, { by, json: writeReading(understood) });
  } catch (error) {
    // It is read again the next time.
    if (!(error instanceof StoreError)) throw error;
  }
  return understood;
}

async function readAgain(
  { fileName, text, given }: StoredDocument,
  { glossary, read }: ReadingOptions,
): Promise<Reading | undefined> {
  const file = { ...given, name: fileName, bytes: new TextEncoder().encode(text) };
  const understood = await read({ file, glossary }).catch(() => undefined);
  return understood?.kind === "read" ? understood : undefined;
}

/** A name that the glossary has by now is the glossary's; names that several documents introduce are one. */
function mergeOwn(own: readonly OwnDocument[], { entities: known }: Glossary): OwnKnowledge {
  const taken = new Set(known.map(({ id }) => id));
  const entities = new Map<string, Entity>();
  for (const entity of own.flatMap(({ understood }) => understood.introduced)) {
    if (taken.has(entity.id)) continue;
    const first = entities.get(entity.id) ?? entity;
    entities.set(entity.id, { ...first, aliases: [...new Set([...first.aliases, ...entity.aliases])] });
  }
  return { documents: own.map(inServer), entities: [...entities.values()] };
}

/** Sets a server's documents apart from the built-in ones, which may have the same ids. */
const OWN = "server/";

function inServer({ id, added, understood: { document } }: OwnDocument): Document {
  const retrieved = document.retrieved === NOT_STATED ? added : document.retrieved;
  const sections = document.sections.map((section) => ({
    ...section,
    snippets: section.snippets.map((snippet) => ({
      ...snippet,
      id: `${OWN}${id}${snippet.id.slice(document.id.length)}`,
    })),
  }));
  return { ...document, id: `${OWN}${id}`, retrieved, added, sections };
}
