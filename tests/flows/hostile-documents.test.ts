import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Reply } from "../support/reply.ts";
import { startBot, type StartedBot } from "./support/bot.ts";
import { file, newServer, QUESTION } from "./support/server-documents.ts";

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

/** Titles, and how each is shown. */
const TITLES: readonly (readonly [string, string])[] = [
  ["@everyone and @here", "@everyone and @here"],
  ["**bold** `code` ~~gone~~ ||hidden||", "\\*\\*bold\\*\\* \\`code\\` \\~\\~gone\\~\\~ \\|\\|hidden\\|\\|"],
  ["[a link](https://evil.example)", "\\[a link\\](https://evil.example)"],
  ["```\nblock\n```", "\\`\\`\\` block \\`\\`\\`"],
  ["<@123456789012345678> <#123456789012345678>", "<@123456789012345678> <#123456789012345678>"],
  ["\u202eright to left\u202c \u200f\u2067mark\u2069", "right to left mark"],
  ["# no heading", "# no heading"],
  ["<script>alert(1)</script>", "<script>alert(1)</script>"],
];

/** Without the invisible characters that keep what follows them from being one token. */
const unbroken = (text: string): string => text.replaceAll("\u200b", "");

/** A line of a message, the first where no other is asked for. */
const line = (reply: Reply, at = 0): string => unbroken(reply.text).split("\n")[at] ?? "";

/** What would ping, link or turn the direction of writing. */
const DANGER = /@everyone|@here|<[@#:]|(?<!\\)\]\(|[\u200f\u202a-\u202e\u2066-\u2069]/u;

describe("A document's title", () => {
  test.each(TITLES)("pings nobody and formats nothing: %j", async (title, shown) => {
    const { mara, ben } = newServer(discord);
    const given = { file: file(), title };
    const added = await mara.uses("/knowledge add", given);
    const taken = await mara.uses("/knowledge add", given);
    const listed = await mara.uses("/knowledge list");
    const answer = await ben.uses("/ask", { question: QUESTION });
    const [choice] = await mara.types("knowledge show", "document", "");
    const document = String(choice?.value);
    const described = await mara.uses("/knowledge show", { document });
    const replaced = await mara.uses("/knowledge replace", { document, file: file() });
    const removed = await mara.uses("/knowledge remove", { document });
    const pages = [added, taken, listed, answer, described, replaced, removed];
    expect(pages.flatMap(({ pinged }) => pinged)).toEqual([]);
    expect(pages.map(({ text }) => text).join("\n")).not.toMatch(DANGER);
    expect(line(added)).toBe(`### Added: ${shown}`);
    expect(line(taken)).toContain(`There is a document called “${shown}” already`);
    expect(line(listed, 2)).toBe(`**${shown}**`);
    expect(line(answer, 2)).toContain(`-# Source: ${shown} › Lanterns — `);
    expect(line(described)).toBe(`### ${shown}`);
    expect(line(replaced)).toBe(`### Replaced: ${shown}`);
    expect(line(removed)).toBe(`Removed: ${shown}`);
    expect(line(removed, 1)).toBe("I answer from it no more. To undo this, add the file again:");
  });

  test("of thousands of characters is shortened, and what is said of it stays", async () => {
    const { mara, ben } = newServer(discord);
    const title = `Rules ${"that go on and ".repeat(200)}on`;
    const added = await mara.uses("/knowledge add", { file: file(), title });
    const taken = await mara.uses("/knowledge add", { file: file(), title });
    const answer = await ben.uses("/ask", { question: QUESTION });
    expect(added.text).toContain("**What I understood**\n- 1 section, 1 snippet");
    expect(taken.text).toMatch(/^There is a document called “Rules .* …” already, so nothing was changed\./u);
    expect(taken.text.length).toBeLessThan(300);
    expect(answer.text).toMatch(/^-# Source: Rules .* › Lanterns — /mu);
    const [choice] = await mara.types("knowledge remove", "document", "rules");
    const removed = await mara.uses("/knowledge remove", { document: String(choice?.value) });
    expect(removed.text).toContain("add the file again");
    expect(removed.attachments).toHaveLength(1);
  });
});

describe("The text of a document, its headings and its file's name", () => {
  const NAME = "@everyone **x** `y`.md";
  const sections = TITLES.map(([words]) => words.replaceAll(/\s+/g, " ")).map(
    (words, at) => `## Part ${at}: ${words}\n\nThe lantern number ${at} says: ${words}\n`,
  );
  const article = file(`# Lanterns\n\n${sections.join("\n")}`, NAME);

  test("ping nobody and format nothing when the document is added and asked", async () => {
    const { mara, ben } = newServer(discord);
    const added = await mara.uses("/knowledge add", { file: article });
    const pages = [added, await mara.uses("/knowledge show", { document: "lanterns" })];
    for (const number of TITLES.keys())
      // One after the other, as a member would.
      // oxlint-disable-next-line no-await-in-loop
      pages.push(await ben.uses("/ask", { question: `What does the lantern number ${number} say?` }));
    expect(pages.flatMap(({ pinged }) => pinged)).toEqual([]);
    expect(pages.map(({ text }) => text).join("\n")).not.toMatch(DANGER);
    const listed = unbroken(added.text).split("**Sections**\n")[1];
    expect(listed).toMatchInlineSnapshot(`
      "- Part 0: @everyone and @here (1)
      - Part 1: bold code gone \\|\\|hidden\\|\\| (1)
      - Part 2: a link (1)
      - Part 3: block (1)
      - Part 4: <@123456789012345678> <#123456789012345678> (1)
      - Part 5: right to left mark (1)
      - Part 6: # no heading (1)
      - Part 7: alert(1) (1)
      -# This server has 1 of 50 documents and 8 of 5,000 snippets."
    `);
  });

  test("do neither when the file is refused", async () => {
    const { mara } = newServer(discord);
    const gone = await mara.uses("/knowledge add", {
      file: { ...article, misdeed: { kind: "status", status: 404 } },
    });
    const unreadable = await mara.uses("/knowledge add", { file: file("a\0b", NAME) });
    const large = await mara.uses("/knowledge add", { file: { ...article, size: 2_000_000 } });
    const pages = [gone, unreadable, large];
    expect(pages.flatMap(({ pinged }) => pinged)).toEqual([]);
    const shown = "@everyone \\*\\*x\\*\\* \\`y\\`.md";
    expect(pages.map(({ text }) => unbroken(text).split("\n")[0])).toEqual([
      `Discord did not give me ${shown}, so nothing was changed. Please upload it again.`,
      `### ${shown} cannot be used`,
      `${shown} is larger than 1 MB, so nothing was changed. Divide it into several documents.`,
    ]);
    expect(pages.map(({ text }) => text).join("\n")).not.toMatch(DANGER);
  });
});
