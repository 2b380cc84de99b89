import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Upload } from "../support/upload.ts";
import { startBot, type StartedBot } from "./support/bot.ts";
import { readReply } from "./support/read-reply.ts";
import {
  add,
  ask,
  file,
  list,
  newServer,
  NO_DOCUMENTS,
  QUESTION,
  RULES,
} from "./support/server-documents.ts";

const TIMEOUT = 60_000;
const MINUTE = 60_000;

let discord: LoopbackDiscord;
let bot: StartedBot;

beforeAll(async () => {
  discord = await startLoopbackDiscord({ patience: 30_000 });
  bot = await startBot(discord);
  await discord.commandsRegistered();
}, TIMEOUT);

afterAll(async () => {
  await bot.stop();
  await discord.close();
});

// Nobody asks faster than members may, and a question is answered again.
beforeEach(() => discord.passTime(2 * MINUTE));

describe("A document", () => {
  test("with the title of another one is not taken, and the other one stays", async () => {
    const { mara, ben } = newServer(discord);
    await add(mara, file());
    const again = RULES.replace("dusk", "dawn");
    expect(await add(mara, file(again))).toBe(
      "(only you see this)\nThere is a document called “Lantern rules” already, so nothing was changed. Use `/knowledge replace`, or give this one another title.",
    );
    expect(await ask(ben)).toContain("dusk");
    expect(await add(mara, file(again), { title: "Lantern rules, second edition" })).toContain(
      "### Added: Lantern rules, second edition",
    );
    expect(await list(mara)).toContain("This server has 2 of 50 documents");
  });

  test("that two moderators add at the same time is added once", async () => {
    const { mara } = newServer(discord);
    const replies = await Promise.all([add(mara, file()), add(mara, file())]);
    const lines = replies.map((reply) => reply.split("\n")[1]);
    expect(new Set(lines)).toEqual(
      new Set([
        "### Added: Lantern rules",
        "There is a document called “Lantern rules” already, so nothing was changed. Use `/knowledge replace`, or give this one another title.",
      ]),
    );
  });

  test.each(["replace", "remove", "show", "export"])(
    "that is not there cannot be used with /knowledge %s",
    async (command) => {
      const { mara } = newServer(discord);
      const document = { document: "lantern-rules" };
      const values = command === "replace" ? { ...document, file: file() } : document;
      const reply = await mara.uses(`/knowledge ${command}`, values);
      expect(readReply(reply)).toBe(
        "(only you see this)\nThis server has no such document. `/knowledge list` shows all.",
      );
      expect(await list(mara)).toBe(NO_DOCUMENTS);
    },
  );

  test("is cited with what the moderator says of it, over what it says of itself", async () => {
    const { mara, ben } = newServer(discord);
    const reply = await add(mara, file(), {
      title: "Harbour rules",
      url: "https://harbour.example/rules",
      published: "2026-03",
    });
    expect(reply.split("\n").slice(1, 6)).toEqual([
      "### Added: Harbour rules",
      "**What I understood**",
      "- 1 section, 1 snippet",
      expect.stringMatching(/^- published March 2026, added \d{4}-\d{2}-\d{2}$/),
      "- <https://harbour.example/rules>",
    ]);
    expect(await ask(ben)).toMatch(
      /^-# Source: \[Harbour rules › Lanterns\]\(<https:\/\/harbour\.example\/rules[^>]*>\) — .*March 2026$/mu,
    );
  });

  test.each([
    ["url", "not an address", "`url` must be an address that starts with https:// or <http://>"],
    ["url", "javascript:alert(1)", "`url` must be an address that starts with https:// or <http://>"],
    ["published", "last week", "`published` must be a date: YYYY-MM-DD, YYYY-MM or YYYY"],
  ])("whose %s is given as “%s” is refused", async (option, value, problem) => {
    const { mara } = newServer(discord);
    expect(await add(mara, file(), { [option]: value })).toContain(`- line 1: ${problem}, not "${value}"`);
    expect(await list(mara)).toBe(NO_DOCUMENTS);
  });

  test("makes no place for a 51st one, and says so with the figures", { timeout: TIMEOUT }, async () => {
    const { mara } = newServer(discord);
    for (let number = 1; number <= 50; number += 1)
      // One after the other, as a moderator would.
      // oxlint-disable-next-line no-await-in-loop
      await add(mara, file(), { title: `Rules number ${number} ${"of the harbour ".repeat(18)}` });
    expect(await add(mara, file(), { title: "One more" })).toBe(
      "(only you see this)\nThat would be 51 of at most 50 documents and 51 of at most 5,000 snippets, so nothing was changed. Remove a document first, or shorten this one.",
    );
    const first = await mara.uses("/knowledge list");
    const pages = [first, await discord.followUp(first, 0), await discord.followUp(first, 1)];
    expect(first.text).toContain("This server has 50 of 50 documents and 50 of 5,000 snippets.");
    expect(pages.every(({ ephemeral }) => ephemeral)).toBe(true);
    const titles = pages
      .map(readReply)
      .join("\n")
      .match(/Rules number \d+/g);
    expect(new Set(titles).size).toBe(50);
    expect(await mara.types("knowledge show", "document", "number 4")).toHaveLength(11);
    expect(await mara.types("knowledge show", "document", "")).toHaveLength(25);
  });

  test("is exported with all others, ten files in a message", { timeout: TIMEOUT }, async () => {
    const { mara } = newServer(discord);
    for (let number = 10; number < 22; number += 1)
      // oxlint-disable-next-line no-await-in-loop
      await add(mara, file(), { title: `Rules ${number}` });
    const first = await mara.uses("/knowledge export");
    const second = await discord.followUp(first);
    expect(readReply(first)).toBe("(only you see this)\n12 documents, as uploaded:");
    expect(second.ephemeral).toBe(true);
    const files = [first, second].map(({ attachments }) => attachments.map(({ filename }) => filename));
    expect(files.map(({ length }) => length)).toEqual([10, 2]);
    expect(files.flat()).toEqual(Array.from({ length: 12 }, (_, at) => `rules-${at + 10}.md`));
  });
});

const rule = (time: string): Upload => file(RULES.replace("at dusk", `at ${time}`));

describe("A server's documents", () => {
  test("answer in that server only, even where another one has a document of the same title", async () => {
    const [one, other, third] = [
      newServer(discord, "One"),
      newServer(discord, "Other"),
      newServer(discord, "Third"),
    ];
    await add(one.mara, rule("six"));
    await add(other.mara, rule("nine"));
    expect(await ask(one.ben)).toContain("lit at six");
    expect(await ask(other.ben)).toContain("lit at nine");
    expect(await ask(third.ben)).not.toMatch(/six|nine|Lantern rules/);
    const direct = await discord.replyTo(await discord.member("ben").directMessages(QUESTION));
    expect(direct.text).not.toMatch(/six|nine|Lantern rules/);
    await other.mara.uses("/knowledge remove", { document: "lantern-rules" });
    discord.passTime(2 * MINUTE);
    expect(await ask(one.ben)).toContain("lit at six");
    expect(await ask(other.ben)).not.toMatch(/six|nine|Lantern rules/);
  });

  test("and the names that they introduce are offered and shown in no other server", async () => {
    const [one, other] = [newServer(discord, "One"), newServer(discord, "Other")];
    const names =
      "# Lanterns\n\nThe Lantern Keeper Diploma (LKD) is our own certification for keepers of lanterns.\n";
    await add(one.mara, file(names));
    expect(await one.mara.types("cert", "name", "lantern")).toEqual([
      { name: "Lantern Keeper Diploma", value: "Lantern Keeper Diploma" },
    ]);
    expect(await one.mara.types("knowledge remove", "document", "lan")).toEqual([
      { name: "Lanterns", value: "lanterns" },
    ]);
    expect(JSON.stringify(await other.mara.types("cert", "name", "lantern"))).not.toContain("Lantern");
    expect(await other.mara.types("knowledge remove", "document", "")).toEqual([]);
    for (const command of ["/sources", "/topics", "/help"])
      // oxlint-disable-next-line no-await-in-loop
      expect((await other.ben.uses(command)).text).not.toContain("Lantern");
    const cert = await other.ben.uses("/cert", { name: "Lantern Keeper Diploma" });
    expect(JSON.stringify(cert.payload.components)).not.toContain("keepers of lanterns");
    expect(await list(other.mara)).toBe(NO_DOCUMENTS);
    for (const command of ["show", "export", "remove"]) {
      // oxlint-disable-next-line no-await-in-loop
      const reply = await other.mara.uses(`/knowledge ${command}`, { document: "lanterns" });
      expect(reply.text).toBe("This server has no such document. `/knowledge list` shows all.");
      expect(reply.attachments).toEqual([]);
    }
  });

  test("are offered to nobody who may not manage the server", async () => {
    const { mara } = newServer(discord);
    await add(mara, file());
    await expect(discord.member("ben").types("knowledge show", "document", "lan")).rejects.toThrow(
      "lacks its default_member_permissions",
    );
  });
});
