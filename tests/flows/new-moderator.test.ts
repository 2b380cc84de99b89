import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { SHIPPED_FOLDER } from "../../src/load-engine.ts";
import type { DatabaseAddress } from "../../src/storage/database.ts";
import { describeEngines } from "../storage/support/engines.ts";
import { freshDay } from "../support/fresh-day.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Reply } from "../support/reply.ts";
import type { Guild } from "../support/world.ts";
import { ARTICLE_FILE, ARTICLE_ID } from "./support/article.ts";
import { startBot, type StartedBot } from "./support/bot.ts";
import { readReply, readWords } from "./support/read-reply.ts";

const TIMEOUT = 60_000;
const MINUTE = 60_000;

const app = await createApp({ knowledgeFolder: SHIPPED_FOLDER, today: freshDay });

/** The same article with another fee, as somebody saves it on a Windows machine. */
const NEW_VERSION = {
  name: "guide-2027.md",
  content: String(ARTICLE_FILE.content)
    .replace("TCO Practical | 45 €", "TCO Practical | 55 €")
    .replaceAll("\n", "\r\n"),
};

// Each test goes on where the one before ended, as a moderator's first day does.
describeEngines("A new moderator", ({ newDatabase }) => {
  let discord: LoopbackDiscord;
  let bot: StartedBot;
  let database: DatabaseAddress;
  let harbour: Guild;

  beforeAll(async () => {
    discord = await startLoopbackDiscord({ messageContent: true, patience: 20_000 });
    database = await newDatabase();
    bot = await startBot(discord, { app, database });
    await discord.commandsRegistered();
    harbour = discord.guild({ name: "Harbour", channels: ["hall", "help"], systemChannel: "hall" });
  }, TIMEOUT);

  afterAll(async () => {
    await bot.stop();
    await discord.close();
  });

  // Nobody asks faster than members may.
  beforeEach(() => discord.passTime(2 * MINUTE));

  const hall = () => discord.channel("hall", harbour);
  const help = () => discord.channel("help", harbour);
  const mara = () => discord.member("mara", { permissions: ["ManageGuild"] }).in({ channel: hall() });
  const ben = () => discord.member("ben").in({ channel: hall() });
  const added = async () => (await mara().uses("/knowledge list")).text;

  test("is told by the bot that was added how to start", async () => {
    await discord.until(() => discord.messagesIn(hall()).length === 1, "the bot did not say hello");
    expect(discord.messagesIn(hall())[0]?.text).toMatchInlineSnapshot(`
      "Hello! I answer career questions from documents and show the section behind every answer.
      Try \`/ask\`, \`/role\`, \`/salary\` or \`/cert\`, mention me, or open a message's menu: Apps → Find an answer.
      I speak when asked, and to questions in #career-questions that a section answers. \`/help\` shows more."
    `);
  });

  test("adds an ask channel, and sees where the bot answers from now on", async () => {
    const reply = await mara().uses("/settings ask-channel add", { channel: help() });
    expect(readReply(reply).replaceAll(help().id, "help")).toMatchInlineSnapshot(`
      "(only you see this)
      Saved. I answer questions in <#help>, without a mention, when a section answers them.
      ### Settings of this server
      - **Without a mention I answer in** <#help>
      - **Answers go** below the question
      - **Pause after an unasked answer:** none, as the operator chose
      - **I speak** the server's language in Discord, where I know it
      - **Sharing unanswered questions** is off: \`/settings gap-channel set\`
      - **Ask a human** is off: \`/settings helper-role set\`"
    `);
  });

  test("uploads an article that nobody prepared, and reads what was understood of it", async () => {
    const reply = await mara().uses("/knowledge add", { file: ARTICLE_FILE });
    expect(withoutDay(readWords(reply))).toMatchInlineSnapshot(`
      "(only you see this)
      ### Added: Tidewater Guild – Guide for Members
      **What I understood**
      - 9 sections, 23 snippets
      - added today, no date of its own
      - No address: citations name the section without a link.
      **Names that it introduces**
      Tidewater Certified Operator
      **Names that I know**
      Linux, Python
      **Sections**
      - (introduction) (2)
      - How membership works (3)
      - How do I leave? (1)
      - The Tidewater Certified Operator (TCO) (8)
      - Study groups (3)
      - Lending of hardware (1)
      - Grants (3)
      - Conduct (1)
      - Contact (1)
      -# This server has 1 of 50 documents and 23 of 5,000 snippets."
    `);
  });

  test("asks by command, and the section is cited", async () => {
    const reply = await ben().uses("/ask", { question: "What may a helmsman do?" });
    expect(shown(reply)).toMatchInlineSnapshot(`
      "-# “What may a helmsman do?”
      - **Ropehand** – anybody who joined and has read this guide. A ropehand may join every study group.
      - **Helmsman** — has finished one project with a crew. Helmsmen may lead a study group and borrow hardware.
      - **Pilot**: elected by the helmsmen for one year. Pilots decide about grants.
      -# Source: Tidewater Guild – Guide for Members › How membership works"
    `);
  });

  test("asks by a mention, and the section is cited", async () => {
    const said = await ben().says("when do study groups meet?", { mentionBot: true });
    expect(shown(await discord.replyTo(said))).toMatchInlineSnapshot(`
      "Groups meet on Tuesdays and Thursdays at 19:00 on the voice channels, and on Saturdays in the harbour hall.
      -# Source: Tidewater Guild – Guide for Members › Study groups"
    `);
  });

  test("asks in the ask channel without a mention, and goes on by a reply", async () => {
    const ask = await ben().says("How much does the TCO Practical cost?", { channel: help() });
    const first = await discord.replyTo(ask);
    expect(shown(first)).toMatchInlineSnapshot(`
      "Exam part: TCO Practical; Fee: 45 €; Retake: after 14 days
      -# Source: Tidewater Guild – Guide for Members › The Tidewater Certified Operator (TCO)
      The exam takes three hours: two hours of practical work on a broken server, one hour of questions. You need 70 points of 100 to pass.
      -# Source: Tidewater Guild – Guide for Members › The Tidewater Certified Operator (TCO)"
    `);
    const next = await ben().says("and how long is it valid?", { replyTo: first });
    expect(shown(await discord.replyTo(next))).toMatchInlineSnapshot(`
      "The certificate is valid for three years.
      -# Source: Tidewater Guild – Guide for Members › The Tidewater Certified Operator (TCO)"
    `);
  });

  test("asks with a typo, and the section is cited", async () => {
    const said = await ben().says("What hapens if I mis two evenings in a row?", { channel: help() });
    expect(shown(await discord.replyTo(said))).toMatchInlineSnapshot(`
      "A missed evening is no problem, two missed evenings in a row and your seat goes to the waiting list.
      -# Source: Tidewater Guild – Guide for Members › Study groups
      - Small Servers: Linux, backups, DNS  (eight evenings, starts in March and in October)
      - First Steps in Python (twelve evenings; bring a laptop, we lend some)
      - Interview Clinic – mock interviews with people who hire
      -# Source: Tidewater Guild – Guide for Members › Study groups"
    `);
  });

  test("looks for an answer to somebody else's message, and the section is cited", async () => {
    const said = await ben().says("hey all, can i recruit people in direct messages? thx");
    expect(shown(await mara().opensMenu("Find an answer", said))).toMatchInlineSnapshot(`
      "(only you see this)
      No recruiting in direct messages. Job offers go to #jobs with a salary range, or they are removed.
      -# Source: Tidewater Guild – Guide for Members › Conduct"
    `);
  });

  test("looks up a certificate that the article introduces, by its short name", async () => {
    expect(await mara().types("cert", "name", "tidew")).toEqual([
      { name: "Tidewater Certified Operator", value: "Tidewater Certified Operator" },
    ]);
    const card = await ben().uses("/cert", { name: "tco" });
    expect(card.text).toContain(
      "### Tidewater Certified Operator\n**What it is:** The Tidewater Certified Operator (TCO) is our own",
    );
    expect(card.text).toContain("**Exam:** The exam takes three hours: two hours of practical work");
    expect(card.text).toContain("Guide for Members › The Tidewater Certified Operator (TCO)");
  });

  test("asks what the article does not say, and hears so", async () => {
    const reply = await ben().uses("/ask", { question: "How much does a game developer earn?" });
    expect(readWords(reply)).toMatchInlineSnapshot(`
      "-# “How much does a game developer earn?”
      The documents say nothing on game developers. They cover DevSecOps engineers, DevOps engineers, Cloud architects, Cloud security engineers, Site reliability engineers, Platform engineers, Software engineers, Web developers and 28 other roles."
    `);
  });

  test("finds what was asked in vain under /gaps, with the beginning of a document", async () => {
    const gaps = await mara().uses("/gaps");
    expect(readReply(gaps)).toMatchInlineSnapshot(`
      "(only you see this)
      ### Asked in vain, last 4 weeks
      **1. Game developer: Salary** · once
      -# name not covered 1×
      -# Only subjects are counted, never what members wrote. Each file is the beginning of a document: add the answer and its source, then \`/knowledge add\`."
    `);
    expect(contentsOf(gaps, discord).flat().map(withoutDay)).toMatchInlineSnapshot(`
      [
        "1-game-developer-salary.md",
        "---
      title: "Game developer: Salary"
      publisher: not stated
      published: today
      ---

      ## Salary

      #### What about salary for Game developer?

      > About: Game developer · Topics: salary
      >
      > - <!-- another way in which members ask this, a line each -->

      <!-- Write the answer here, in one to six short sentences, and say above who published it where. Then: /knowledge add -->
      ",
      ]
    `);
  });

  test("exports the article with the very bytes that were uploaded", async () => {
    const reply = await mara().uses("/knowledge export", { document: ARTICLE_ID });
    expect(readReply(reply)).toBe("(only you see this)\n1 document, as uploaded:");
    expect(contentsOf(reply, discord)).toEqual([[`${ARTICLE_ID}.md`, String(ARTICLE_FILE.content)]]);
  });

  test("replaces the article, and the same question is answered from the new text at once", async () => {
    const question = { question: "What is the fee of the TCO Practical?" };
    expect((await ben().uses("/ask", question)).text).toContain("45 €");
    const reply = await mara().uses("/knowledge replace", { document: ARTICLE_ID, file: NEW_VERSION });
    expect(reply.text.split("\n")[0]).toBe("### Replaced: Tidewater Guild – Guide for Members");
    const anew = await ben().uses("/ask", question);
    expect(anew.text).toContain("55 €");
    expect(anew.text).not.toContain("45 €");
  });

  test("finds settings and documents as they were after the bot was stopped and started again", async () => {
    await bot.stop();
    bot = await startBot(discord, { app, database });
    const said = await ben().says("How much is the TCO Practical?", { channel: help() });
    expect((await discord.replyTo(said)).text).toContain("55 €");
    expect(await added()).toContain("**Tidewater Guild – Guide for Members**");
    expect((await mara().uses("/settings show")).text).toContain(
      `**Without a mention I answer in** <#${help().id}>`,
    );
  });

  test("removes the article, gets its file back, and no answer comes from it any more", async () => {
    const question = { question: "When does the group Small Servers start?" };
    expect((await ben().uses("/ask", question)).text).toContain("starts in March and in October");
    const removed = await mara().uses("/knowledge remove", { document: ARTICLE_ID });
    expect(readReply(removed)).toMatchInlineSnapshot(`
      "(only you see this)
      Removed: Tidewater Guild – Guide for Members
      I answer from it no more. To undo this, add the file again:"
    `);
    expect(contentsOf(removed, discord)).toEqual([[`${ARTICLE_ID}.md`, NEW_VERSION.content]]);
    const after = await ben().uses("/ask", question);
    expect(after.text).not.toContain("Tidewater");
    expect(after.text).not.toContain("March");
    expect(await added()).toBe(
      "### Documents of this server\nThis server has no documents of its own yet. `/knowledge add` takes a Markdown or text file.",
    );
  });

  test("leaves no error in the log", () => {
    expect(bot.entries.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
  });
});

/** The words of an answer without what a citation says behind the section. */
const shown = (reply: Reply): string => readWords(reply).replaceAll(/^(-# Source: .*) — .*$/gmu, "$1");

/** The names and contents of the files of a message. */
const contentsOf = (
  { attachments }: Reply,
  discord: LoopbackDiscord,
): readonly (readonly [string, string])[] =>
  attachments.map((file) => [file.filename, String(discord.fileOf(file).bytes)]);

const withoutDay = (text: string): string => text.replaceAll(/\d{4}-\d{2}-\d{2}/g, "today");
