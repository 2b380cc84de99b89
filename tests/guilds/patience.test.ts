import { expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import type { OwnKnowledge } from "../../src/answering/extend-engine.ts";
import { createGuildAssistants } from "../../src/guilds/guild-assistants.ts";
import { createGuildDocuments } from "../../src/guilds/documents.ts";
import { createGuilds } from "../../src/guilds/guilds.ts";
import { openStore } from "../../src/storage/open-store.ts";
import { document, GUILD, QUOTA } from "../storage/support/samples.ts";

const KNOWLEDGE = new URL("../flows/support/knowledge", import.meta.url);

/** Milliseconds in which Discord wants a first answer. */
const CALLBACK = 3_000;

test("a question is answered from the built-in knowledge where a server's documents take too long to load", async () => {
  const app = await createApp({ knowledgeFolder: KNOWLEDGE.pathname });
  const { engine, assistant } = app;
  const store = await openStore({ kind: "sqlite", file: ":memory:" });
  await store.keepDocument(GUILD, document("rules"), { replaces: false, quota: QUOTA });
  const now = Date.now;
  const failures: unknown[] = [];
  const guilds = createGuilds({
    store,
    documents: createGuildDocuments({
      store,
      glossary: () => engine.knowledge.glossary,
      read: () => Promise.reject(new Error("nothing is read here")),
      readBy: () => "a reader",
      now,
    }),
    base: () => app,
    assistants: createGuildAssistants({
      base: () => app,
      // As where a database hangs, or 5,000 snippets are built upon.
      load: () => new Promise<OwnKnowledge>(() => {}),
      mostBytes: 1_000_000,
      onFailure: (error) => failures.push(error),
    }),
    now,
    elapsed: now,
    onFailure: (error) => failures.push(error),
  });
  const start = performance.now();
  expect(await guilds.assistantOf(GUILD)).toBe(assistant);
  expect(performance.now() - start).toBeLessThan(CALLBACK);
  expect(failures).toEqual([]);
  await guilds.stop();
});
