import { describe, expect, test } from "vitest";
import { createGuildDocuments, QUOTA, type GuildDocumentsOptions } from "../../src/guilds/documents.ts";
import type { Store } from "../../src/guilds/store.ts";
import type { ReadUpload } from "../../src/guilds/uploads.ts";
import { loadEngine, SHIPPED_FOLDER } from "../../src/load-engine.ts";
import { understand } from "../../src/uploads/understand.ts";
import { document } from "../storage/support/samples.ts";
import { BROKEN, clubArticle, CREW_ARTICLE, file, PREPARED } from "./support/articles.ts";
import { closeStores, GUILD, openInMemory, openUnreliable, OTHER_GUILD } from "./support/stores.ts";

closeStores();

const { glossary, documents: builtIn } = (await loadEngine(SHIPPED_FOLDER)).knowledge;
const NOW = Date.UTC(2026, 10, 22, 9);
const TODAY = "2026-11-22";

const inProcess: ReadUpload = async (order) => understand(order);
const runsAway: ReadUpload = async () => {
  throw new Error("not done within 15000 ms");
};

const documentsOver = (store: Store, options: Partial<GuildDocumentsOptions> = {}) =>
  createGuildDocuments({
    store,
    glossary: () => glossary,
    read: inProcess,
    readBy: () => "this program",
    now: () => NOW,
    ...options,
  });

const club = (place = "Lisbon") => file("club.md", clubArticle(place));
const idsIn = async (store: Store) => (await store.listDocuments(GUILD)).map(({ id }) => id);

describe("uploading", () => {
  test("an article that nobody prepared is kept as it is, with what it was understood as", async () => {
    const store = await openInMemory();
    const documents = documentsOver(store);
    const uploaded = await documents.upload(GUILD, club());
    expect(uploaded).toMatchObject({
      kind: "kept",
      document: {
        id: "our-club",
        fileName: "club.md",
        title: "Our club",
        url: undefined,
        published: "not stated",
        added: TODAY,
        sections: 1,
        snippets: 1,
        text: clubArticle("Lisbon"),
      },
      understood: { introduced: [{ name: "Zorblax Guild", aliases: ["ZG"] }] },
    });
    expect(await documents.read(GUILD)).toHaveLength(1);
    expect(await documents.list(OTHER_GUILD)).toEqual([]);
  });

  test("what the moderator says of a file wins over what it says of itself, and is kept with it", async () => {
    const documents = documentsOver(await openInMemory());
    const given = { title: "Leave", url: "https://example.org/our-leave", published: "2026-11" };
    await documents.upload(GUILD, file("leave.md", PREPARED, given));
    expect(await documents.open(GUILD, "leave")).toMatchObject({ ...given, given });
  });

  test("a file with problems changes nothing, and each problem has its line", async () => {
    const store = await openInMemory();
    const uploaded = await documentsOver(store).upload(GUILD, file("leave.md", BROKEN));
    expect(uploaded).toMatchObject({
      kind: "unreadable",
      problems: [
        { path: "leave.md", line: 7 },
        { path: "leave.md", line: 13 },
      ],
    });
    expect(await store.listGuilds()).toEqual([]);
  });

  test("a file that takes too long to read is too hard, and changes nothing", async () => {
    const store = await openInMemory();
    const uploaded = await documentsOver(store, { read: runsAway }).upload(GUILD, club());
    expect(uploaded).toMatchObject({ kind: "too-hard" });
    expect(await store.listGuilds()).toEqual([]);
  });

  test("a second document of the same title is refused, and the first one stays", async () => {
    const documents = documentsOver(await openInMemory());
    await documents.upload(GUILD, club("Lisbon"));
    expect(await documents.upload(GUILD, club("Porto"))).toEqual({ kind: "taken", title: "Our club" });
    expect((await documents.open(GUILD, "our-club"))?.text).toBe(clubArticle("Lisbon"));
  });

  test("a server that has all documents it may have is refused one more with the figures", async () => {
    const store = await openInMemory();
    for (let number = 0; number < QUOTA.documents; number += 1)
      await store.keepDocument(GUILD, document(`d${number}`), { replaces: false, quota: QUOTA });
    expect(await documentsOver(store).upload(GUILD, club())).toEqual({
      kind: "too-many",
      documents: 51,
      snippets: 501,
      title: "Our club",
    });
  });

  test("a server that has all snippets it may have is refused one more with the figures", async () => {
    const store = await openInMemory();
    const full = document("full", { snippets: QUOTA.snippets });
    await store.keepDocument(GUILD, full, { replaces: false, quota: QUOTA });
    expect(await documentsOver(store).upload(GUILD, club())).toMatchObject({
      kind: "too-many",
      documents: 2,
      snippets: 5_001,
    });
  });

  test("a database that fails fails the upload", async () => {
    const database = await openUnreliable();
    database.fail();
    await expect(documentsOver(database.store).upload(GUILD, club())).rejects.toThrow("the database failed");
  });
});

describe("replacing", () => {
  test("a new version stands in the place of the old one, under its id, whatever it is called", async () => {
    const store = await openInMemory();
    const documents = documentsOver(store);
    await documents.upload(GUILD, club());
    const crew = file("crew.md", CREW_ARTICLE);
    expect(await documents.upload(GUILD, crew, "our-club")).toMatchObject({ kind: "kept" });
    expect(await idsIn(store)).toEqual(["our-club"]);
    expect(await documents.open(GUILD, "our-club")).toMatchObject({ title: "The crew", fileName: "crew.md" });
    const [loaded] = (await documents.load(GUILD)).documents;
    expect(loaded?.sections.flatMap(({ snippets }) => snippets.map(({ id }) => id))).toEqual([
      "server/our-club/1",
    ]);
  });

  test("a new version keeps the title and address that were given, and not the date", async () => {
    const documents = documentsOver(await openInMemory());
    const given = { title: "Our club", url: "https://example.org/club", published: "2025-01-01" };
    await documents.upload(GUILD, file("club.md", clubArticle("Lisbon"), given));
    await documents.upload(GUILD, file("club.md", clubArticle("Porto")), "our-club");
    const { published: _, ...lasting } = given;
    expect(await documents.open(GUILD, "our-club")).toMatchObject({
      ...lasting,
      published: "not stated",
      given: lasting,
    });
  });

  test("a document that is not there is not replaced", async () => {
    const store = await openInMemory();
    const uploaded = await documentsOver(store).upload(GUILD, club(), "no-such");
    expect(uploaded).toEqual({ kind: "missing", title: "Our club" });
    expect(await idsIn(store)).toEqual([]);
  });

  test("a new version with problems leaves the old one", async () => {
    const documents = documentsOver(await openInMemory());
    await documents.upload(GUILD, club());
    await documents.upload(GUILD, file("club.md", BROKEN), "our-club");
    expect((await documents.open(GUILD, "our-club"))?.text).toBe(clubArticle("Lisbon"));
  });
});

describe("opening", () => {
  test("a document that is there is opened as it was understood; one that is not is undefined", async () => {
    const documents = documentsOver(await openInMemory());
    await documents.upload(GUILD, file("leave.md", PREPARED));
    expect(await documents.open(GUILD, "leave-at-our-school")).toMatchObject({
      understood: { document: { publisher: "Our school", sections: [{ heading: "Parental leave" }] } },
    });
    expect(await documents.open(GUILD, "no-such")).toBeUndefined();
    expect(await documents.open(OTHER_GUILD, "leave-at-our-school")).toBeUndefined();
  });

  test("a removed document is given back and is gone", async () => {
    const documents = documentsOver(await openInMemory());
    await documents.upload(GUILD, club());
    expect(await documents.remove(GUILD, "our-club")).toMatchObject({ text: clubArticle("Lisbon") });
    expect(await documents.remove(GUILD, "our-club")).toBeUndefined();
    expect(await documents.load(GUILD)).toEqual({ documents: [], entities: [] });
  });

  test("all documents are exported as they were uploaded, or one of them", async () => {
    const documents = documentsOver(await openInMemory());
    await documents.upload(GUILD, club());
    await documents.upload(GUILD, file("leave.md", PREPARED));
    const texts = async (id?: string) => (await documents.read(GUILD, id)).map(({ text }) => text);
    expect(await texts()).toEqual([PREPARED, clubArticle("Lisbon")]);
    expect(await texts("our-club")).toEqual([clubArticle("Lisbon")]);
    expect(await texts("no-such")).toEqual([]);
  });
});

const readByAnother = (json = '{"document":{},"introduced":[]}') =>
  document("our-club", {
    fileName: "club.md",
    text: clubArticle("Lisbon"),
    reading: { by: "an older program", json },
  });

const keepReadByAnother = async (store: Store, json?: string) =>
  await store.keepDocument(GUILD, readByAnother(json), { replaces: false, quota: QUOTA });

describe("what another program has read", () => {
  test("is read again, and what it is read as is kept", async () => {
    const store = await openInMemory();
    await keepReadByAnother(store);
    const opened = await documentsOver(store).open(GUILD, "our-club");
    expect(opened?.understood.document.title).toBe("Our club");
    const again = await documentsOver(store, { read: runsAway }).open(GUILD, "our-club");
    expect(opened?.understood).toMatchObject({ ...again?.understood });
  });

  test("is read with what the moderator gave", async () => {
    const store = await openInMemory();
    const given = { title: "The guild", url: "https://example.org/guild" };
    await store.keepDocument(GUILD, { ...readByAnother(), given }, { replaces: false, quota: QUOTA });
    const opened = await documentsOver(store).open(GUILD, "our-club");
    expect(opened?.understood.document).toMatchObject(given);
  });

  test("is read again also where this program cannot make sense of what was kept", async () => {
    const store = await openInMemory();
    await keepReadByAnother(store, '["another form"]');
    expect((await documentsOver(store).open(GUILD, "our-club"))?.understood.document.title).toBe("Our club");
  });

  test.each([
    ["cannot be read any more", async () => ({ kind: "unreadable", problems: [] }) as const],
    ["takes too long now", runsAway],
  ])("is answered from as it was read when it %s", async (_, read) => {
    const store = await openInMemory();
    const documents = documentsOver(store);
    await documents.upload(GUILD, club());
    const newer = documentsOver(store, { readBy: () => "a newer program", read });
    expect(await newer.load(GUILD)).toEqual(await documents.load(GUILD));
  });

  test("is answered from although what it is read as cannot be kept", async () => {
    const database = await openUnreliable();
    await keepReadByAnother(database.store);
    const { store } = database;
    const readOnly: Store = {
      ...store,
      keepReading: async (...args) => {
        database.fail();
        await store.keepReading(...args);
      },
    };
    const { documents } = await documentsOver(readOnly).load(GUILD);
    expect(documents.map(({ title }) => title)).toEqual(["Our club"]);
  });
});

describe("what a server's assistant is built from", () => {
  test("ids are never those of built-in documents, whatever a file is called", async () => {
    const documents = documentsOver(await openInMemory());
    const some = builtIn.slice(-40);
    for (const { id } of some)
      await documents.upload(GUILD, file(`${id}.md`, clubArticle("Lisbon"), { title: id }));
    const loaded = (await documents.load(GUILD)).documents;
    expect(loaded).toHaveLength(some.length);
    const taken = new Set(
      builtIn.flatMap(({ id, sections }) => [
        id,
        ...sections.flatMap(({ snippets }) => snippets.map((snippet) => snippet.id)),
      ]),
    );
    for (const { id, sections } of loaded) {
      expect(taken).not.toContain(id);
      for (const { snippets } of sections)
        for (const snippet of snippets) expect(taken).not.toContain(snippet.id);
    }
  });

  test("a name that several documents introduce is one name, with the spellings of all", async () => {
    const documents = documentsOver(await openInMemory());
    await documents.upload(GUILD, file("crew.md", CREW_ARTICLE, { title: "A crew" }));
    await documents.upload(GUILD, club());
    const { entities } = await documents.load(GUILD);
    expect(entities.map(({ id, aliases }) => [id, aliases])).toEqual([
      ["organization:zorblax-guild", ["ZG"]],
      ["role:lantern-keeper", ["LK"]],
    ]);
  });

  test("a name that the glossary has by now is the glossary's", async () => {
    const store = await openInMemory();
    await documentsOver(store).upload(GUILD, club());
    const guild = {
      id: "organization:zorblax-guild",
      kind: "organization",
      name: "Zorblax Guild",
      aliases: [],
      partOf: [],
    } as const;
    const newer = documentsOver(store, {
      glossary: () => ({ ...glossary, entities: [...glossary.entities, guild] }),
    });
    expect((await newer.load(GUILD)).entities).toEqual([]);
  });

  test("a document that states no date is as old as the day on which it was added", async () => {
    const documents = documentsOver(await openInMemory());
    await documents.upload(GUILD, club());
    await documents.upload(GUILD, file("leave.md", PREPARED.replace("url:", "retrieved: 2026-10-02\nurl:")));
    const { documents: loaded } = await documents.load(GUILD);
    expect(loaded.map(({ published, retrieved }) => [published, retrieved])).toEqual([
      ["2026-10-01", "2026-10-02"],
      ["not stated", TODAY],
    ]);
  });

  test("a database that fails fails the loading", async () => {
    const database = await openUnreliable();
    database.fail();
    await expect(documentsOver(database.store).load(GUILD)).rejects.toThrow("the database failed");
  });
});
