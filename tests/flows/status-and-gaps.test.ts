import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { SHIPPED_FOLDER } from "../../src/load-engine.ts";
import { freshDay } from "../support/fresh-day.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Member } from "../support/member.ts";
import type { Reply } from "../support/reply.ts";
import type { Channel, Guild } from "../support/world.ts";
import { startBot, type BotOptions, type StartedBot } from "./support/bot.ts";
import { readReply } from "./support/read-reply.ts";
import { add, file } from "./support/server-documents.ts";

const TIMEOUT = 60_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let discord: LoopbackDiscord;
let bot: StartedBot;

async function start(messageContent: boolean, options: BotOptions = {}): Promise<void> {
  discord = await startLoopbackDiscord({ messageContent, patience: 20_000 });
  bot = await startBot(discord, options);
  await discord.commandsRegistered();
}

const stop = async (): Promise<void> => {
  await bot.stop();
  await discord.close();
};

interface Server {
  readonly guild: Guild;
  readonly hall: Channel;
  readonly asks: Channel;
  readonly mara: Member;
  readonly ben: Member;
  /** What `/status` says in a channel. */
  readonly status: (channel: Channel) => Promise<string>;
}

function server(): Server {
  const guild = discord.guild({ name: "Server", channels: ["hall", "career-questions"] });
  const [hall, asks] = [discord.channel("hall", guild), discord.channel("career-questions", guild)];
  const mara = discord.member("mara", { permissions: ["ManageGuild"] }).in({ channel: hall });
  const status = async (channel: Channel): Promise<string> => {
    const reply = await mara.uses("/status", {}, { channel });
    return withoutVersion(readReply(reply)).replaceAll(channel.id, "here");
  };
  return { guild, hall, asks, mara, ben: discord.member("ben").in({ channel: hall }), status };
}

const withoutVersion = (text: string): string =>
  text.replace(/Version \S+, knowledge \w{7}, running for \d+ \w+/, "Version, knowledge, time");

/** The lines about the channel. */
const aboutChannel = (status: string): readonly string[] =>
  status.split("\n\n")[0]?.split("\n").slice(2) ?? [];

const IS_ASK = "✓ This is an ask channel";
const IS_NONE = "✗ This is no ask channel: `/settings ask-channel add`";
const SEES = "✓ Discord shows me messages without a mention";
const MAY = "✓ I have the permissions that I need";
const ANSWERS_HERE = "**I answer questions here without a mention, when a section answers them.**";
const ANSWERS_ADDRESSED = "**I answer here when I am mentioned or replied to, and to commands.**";

describe("/status", () => {
  beforeAll(() => start(true), TIMEOUT);
  afterAll(stop);
  beforeEach(() => discord.passTime(2 * MINUTE));

  test("shows in an ask channel that questions are answered there, and from what", async () => {
    const { status, asks } = server();
    expect(await status(asks)).toMatchInlineSnapshot(`
      "(only you see this)
      ### In <#here>
      **I answer questions here without a mention, when a section answers them.**
      ✓ This is an ask channel
      ✓ Discord shows me messages without a mention
      ✓ I have the permissions that I need

      Built-in knowledge: 2 documents, 5 snippets, the newest of January 2023
      This server's own: 0 documents, 0 snippets
      -# Version, knowledge, time"
    `);
  });

  test("shows elsewhere that only who addresses the bot is answered", async () => {
    const { status, hall } = server();
    expect(aboutChannel(await status(hall))).toEqual([ANSWERS_ADDRESSED, IS_NONE, SEES, MAY]);
  });

  test("follows the moderators' choice", async () => {
    const { status, hall, asks, mara } = server();
    await mara.uses("/settings ask-channel add", { channel: hall });
    await mara.uses("/settings ask-channel remove", { channel: asks });
    expect(aboutChannel(await status(hall))).toEqual([ANSWERS_HERE, IS_ASK, SEES, MAY]);
    expect(aboutChannel(await status(asks))).toEqual([ANSWERS_ADDRESSED, IS_NONE, SEES, MAY]);
  });

  test("names the permissions that the bot lacks", async () => {
    const { status, asks } = server();
    discord.deny(asks, "SendMessages", "ReadMessageHistory");
    await discord.delivered();
    expect(aboutChannel(await status(asks))).toEqual([
      "**I answer here only to commands.**",
      IS_ASK,
      SEES,
      "✗ I lack “Send Messages” and “Read Message History”",
    ]);
  });

  test("says how long the bot is still silent after an answer that nobody asked it for", async () => {
    const { status, asks, mara, ben } = server();
    await mara.uses("/settings interval", { minutes: 10 });
    const said = await ben.says("What skills does a DevSecOps engineer need?", { channel: asks });
    await discord.replyTo(said);
    discord.passTime(4 * MINUTE);
    const lines = aboutChannel(await status(asks));
    expect(lines.slice(0, 4)).toEqual([ANSWERS_ADDRESSED, IS_ASK, SEES, MAY]);
    expect(lines[4]).toMatch(
      /^✗ I spoke here a moment ago: without a mention I am silent for (?:6 minutes|\d+ seconds)$/,
    );
    discord.passTime(6 * MINUTE);
    expect(aboutChannel(await status(asks))).toEqual([ANSWERS_HERE, IS_ASK, SEES, MAY]);
  });

  test("counts the server's own documents and snippets", async () => {
    const { status, hall, mara } = server();
    await add(mara, file());
    expect(await status(hall)).toContain("\nThis server's own: 1 document, 1 snippet\n");
    await mara.uses("/knowledge remove", { document: "lantern-rules" });
    expect(await status(hall)).toContain("\nThis server's own: 0 documents, 0 snippets\n");
  });

  test("is read in Spanish by who uses Discord in Spanish", async () => {
    const { asks } = server();
    const lola = discord.member("lola", { permissions: ["ManageGuild"], locale: "es-ES" });
    const reply = await lola.uses("/status", {}, { channel: asks });
    expect(readReply(reply).replaceAll(asks.id, "here").split("\n").slice(0, -1).join("\n"))
      .toMatchInlineSnapshot(`
      "(only you see this)
      ### En <#here>
      **Aquí respondo sin mención a las preguntas que una sección responde.**
      ✓ Este es un canal de preguntas
      ✓ Discord me muestra los mensajes sin mención
      ✓ Tengo los permisos que necesito

      Conocimiento incluido: 2 documentos, 5 fragmentos, el más reciente de enero de 2023
      Propio de este servidor: 0 documentos, 0 fragmentos"
    `);
  });

  test("says how long the bot has run", async () => {
    const { status, mara, hall } = server();
    const uptime = async (): Promise<string | undefined> =>
      / running for (.*)$/m.exec((await mara.uses("/status")).text)?.[1];
    expect(await uptime()).toMatch(/^\d+ minutes?$/);
    discord.passTime(3 * DAY);
    expect(await uptime()).toBe("3 days");
    expect(await status(hall)).toContain("Version, knowledge, time");
  });
});

describe("/status where Discord hides messages without a mention", () => {
  beforeAll(() => start(false), TIMEOUT);
  afterAll(stop);

  test("says what keeps an ask channel silent", async () => {
    const { status, asks } = server();
    expect(aboutChannel(await status(asks))).toEqual([
      ANSWERS_ADDRESSED,
      IS_ASK,
      "✗ Discord does not show me messages without a mention: the operator switches on Message Content Intent",
      MAY,
    ]);
  });
});

/** The gaps with how often and why, and the names of their files. */
function gapsIn(reply: Reply): { readonly gaps: readonly string[]; readonly files: readonly string[] } {
  const lines = reply.text.split("\n");
  const gaps = lines.flatMap((line, at) => (/^\*\*\d+\. /.test(line) ? [`${line} ${lines[at + 1]}`] : []));
  return { gaps, files: reply.attachments.map(({ filename }) => filename) };
}

/** Twelve of the glossary that no document is about. */
const ROLES = [
  "data scientist",
  "game developer",
  "frontend developer",
  "backend developer",
  "web designer",
  "mobile developer",
  "android developer",
  "software architect",
  "game designer",
  "ios developer",
  "graphics programmer",
  "kubernetes administrator",
];

const shipped = await createApp({ knowledgeFolder: SHIPPED_FOLDER, today: freshDay });

describe("/gaps", () => {
  beforeAll(() => start(true, { app: shipped }), TIMEOUT);
  afterAll(stop);
  beforeEach(() => discord.passTime(2 * MINUTE));

  const SCIENTIST = "What does a data scientist earn?";

  test("says so where nothing was asked in vain", async () => {
    const { mara } = server();
    expect(readReply(await mara.uses("/gaps"))).toBe(
      "(only you see this)\nNothing was asked in vain or marked as not helpful in the last 4 weeks.",
    );
    expect((await mara.uses("/gaps", { weeks: 1 })).text).toBe(
      "Nothing was asked in vain or marked as not helpful in the last week.",
    );
  });

  test("ranks what was asked in vain by command, mention and private answer, and never shows words", async () => {
    const { mara, ben, hall } = server();
    await ben.uses("/ask", { question: "what does a QA tester earn, says Grandma Rosalind" });
    await ben.uses("/ask", { question: SCIENTIST });
    await discord.replyTo(
      await ben.says("how much money would a data scientist make?", { mentionBot: true }),
    );
    await ben.uses("/salary", { role: "data scientist", hide: true });
    await ben.uses("/ask", { question: "Where do I find the frobnicator of Rosalind?" });
    const reply = await mara.uses("/gaps", {}, { channel: hall });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "(only you see this)
      ### Asked in vain, last 4 weeks
      **1. Data scientist: Salary** · 3 times
      -# name not covered 3×
      **2. QA engineer: Salary** · once
      -# name not covered 1×
      **3. Something that I could not place** · once
      -# too little on it 1×
      -# Only subjects are counted, never what members wrote. Each file is the beginning of a document: add the answer and its source, then \`/knowledge add\`."
    `);
    expect(gapsIn(reply).files).toMatchInlineSnapshot(`
      [
        "1-data-scientist-salary.md",
        "2-qa-engineer-salary.md",
        "3-untitled.md",
      ]
    `);
    const files = reply.attachments.map((each) => String(discord.fileOf(each).bytes));
    expect([reply.text, ...files].join("\n")).not.toMatch(/Rosalind|Grandma|frobnicator/i);
  });

  test("counts nothing for what is answered, asked back or said in passing", async () => {
    const { mara, ben, asks } = server();
    await ben.uses("/ask", { question: "What skills does a DevSecOps engineer need?" });
    await ben.uses("/ask", { question: "hello!" });
    await ben.uses("/help");
    for (const chatter of ["good morning everybody", "did anyone see the game?", "lol"])
      // oxlint-disable-next-line no-await-in-loop
      await discord.silence(await ben.says(chatter, { channel: asks }));
    expect(gapsIn(await mara.uses("/gaps")).gaps).toEqual([]);
  });

  test("counts a question in an ask channel that names what no document covers, though the bot is silent", async () => {
    const { mara, ben, asks } = server();
    await discord.silence(await ben.says(SCIENTIST, { channel: asks }));
    expect(gapsIn(await mara.uses("/gaps")).gaps).toEqual([
      "**1. Data scientist: Salary** · once -# name not covered 1×",
    ]);
  });

  test("counts a 👎 once, and beside it what was wrong", async () => {
    const { mara, ben } = server();
    const answer = await ben.uses("/ask", { question: "What skills does a DevSecOps engineer need?" });
    const menu = await ben.clicks(answer, "Not helpful");
    await ben.clicks(answer, "Not helpful");
    const [select] = menu.selects;
    await ben.chooses(menu, select?.customId ?? "", [select?.options[1]?.value ?? ""]);
    expect(gapsIn(await mara.uses("/gaps")).gaps).toEqual([
      "**1. DevSecOps engineer: Skills** · once -# 👎 1× · out of date 1×",
    ]);
    const carl = discord.member("carl");
    await carl.clicks(answer, "Helpful");
    expect(gapsIn(await mara.uses("/gaps")).gaps).toHaveLength(1);
  });

  test("looks back as many weeks as it is told", async () => {
    const { mara, ben } = server();
    await ben.uses("/ask", { question: SCIENTIST });
    discord.passTime(14 * DAY);
    await ben.uses("/ask", { question: "What does a game developer earn?" });
    const counted = async (weeks: number): Promise<number> =>
      gapsIn(await mara.uses("/gaps", { weeks })).gaps.length;
    expect(await counted(1)).toBe(1);
    expect(await counted(2)).toBe(1);
    expect(await counted(3)).toBe(2);
    discord.passTime(21 * DAY);
    expect(gapsIn(await mara.uses("/gaps")).gaps).toHaveLength(1);
    expect(await counted(52)).toBe(2);
  });

  test("shows the ten most frequent of twelve with a file each, and counts the others", async () => {
    const { mara, ben } = server();
    for (const role of [...ROLES, ...ROLES.slice(0, 2)]) {
      // Nobody asks faster than members may.
      discord.passTime(2 * MINUTE);
      // oxlint-disable-next-line no-await-in-loop
      await ben.uses("/ask", { question: `What does a ${role} earn?` });
    }
    const reply = await mara.uses("/gaps");
    const { gaps, files } = gapsIn(reply);
    expect(gaps).toHaveLength(10);
    expect(gaps.map((gap) => / · (.*?) -#/.exec(gap)?.[1])).toEqual([
      "2 times",
      "2 times",
      ...Array.from({ length: 8 }, () => "once"),
    ]);
    expect(files).toHaveLength(10);
    expect(new Set(files).size).toBe(10);
    expect(files.every((name) => /^\d+-[a-z0-9-]+\.md$/.test(name))).toBe(true);
    expect(reply.text).toContain("-# And 2 rarer ones.");
  });

  test("shows a moderator what was asked in their own server only", async () => {
    const [one, other] = [server(), server()];
    await one.ben.uses("/ask", { question: SCIENTIST });
    expect(gapsIn(await other.mara.uses("/gaps")).gaps).toEqual([]);
    expect(gapsIn(await one.mara.uses("/gaps")).gaps).toHaveLength(1);
  });
});
