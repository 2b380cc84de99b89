import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import type { Misdeed } from "../support/cdn.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Upload } from "../support/upload.ts";
import { logged, startBot, type StartedBot } from "./support/bot.ts";
import { add, ask, file, list, newServer, NO_DOCUMENTS, RULES } from "./support/server-documents.ts";

const TIMEOUT = 60_000;
const MINUTE = 60_000;

setFlagsFromString("--expose-gc");
const collectGarbage = z
  .custom<() => void>((value) => typeof value === "function")
  .parse(runInNewContext("gc"));

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

describe("A file that Discord does not hand over", () => {
  const elsewhere: Misdeed = { kind: "redirect", to: "http://127.0.0.1:9/secret" };
  test.each<[string, Misdeed]>([
    ["leads elsewhere", elsewhere],
    ["is gone", { kind: "status", status: 404 }],
    ["fails", { kind: "status", status: 503 }],
    ["is shorter than announced", { kind: "wrong-length", announced: RULES.length + 100 }],
  ])("because its address %s gets one line and changes nothing", async (_, misdeed) => {
    const { mara } = newServer(discord);
    expect(await add(mara, { ...file(), misdeed })).toBe(
      "(only you see this)\nDiscord did not give me article.md, so nothing was changed. Please upload it again.",
    );
    expect(await list(mara)).toBe(NO_DOCUMENTS);
  });

  test.each<[string, Misdeed]>([
    ["never comes", { kind: "hang" }],
    ["comes drop by drop", { kind: "drip", bytes: 1, pause: 500 }],
  ])(
    "because it %s is given up after some seconds, behind a line that says to wait",
    { timeout: TIMEOUT },
    async (_, misdeed) => {
      const { mara } = newServer(discord);
      // A fetch whose request is collected would go on for as long as it likes.
      const collecting = setInterval(collectGarbage, 2_000);
      onTestFinished(() => clearInterval(collecting));
      const start = performance.now();
      expect(await add(mara, { ...file(), misdeed })).toContain("Discord did not give me article.md");
      expect(performance.now() - start).toBeLessThan(15_000);
      await discord.until(() => discord.downloads.every(({ isOver }) => isOver), "a download goes on");
    },
  );

  test("is logged with its cause, without its address", async () => {
    const { mara } = newServer(discord);
    await add(mara, { ...file(), misdeed: { kind: "status", status: 404 } });
    expect(logged(bot, "a file was not fetched").length).toBeGreaterThan(0);
    expect(bot.lines.join("\n")).not.toContain("attachments/");
  });

  test("is asked for once, without the bot's token", async () => {
    const { mara } = newServer(discord);
    const before = discord.downloads.length;
    await add(mara, file());
    expect(discord.downloads.slice(before)).toMatchObject([{ authorization: undefined }]);
  });
});

describe("A file that is too large", () => {
  const line =
    "(only you see this)\narticle.md is larger than 1 MB, so nothing was changed. Divide it into several documents.";

  test("is not even fetched when Discord says so", async () => {
    const { mara } = newServer(discord);
    const before = discord.downloads.length;
    expect(await add(mara, file("x".repeat(1_048_577)))).toBe(line);
    expect(discord.downloads.length).toBe(before);
  });

  test.each([1_500_000, Infinity])(
    "is broken off when %d bytes more come than Discord said",
    async (bytes) => {
      const { mara } = newServer(discord);
      expect(await add(mara, { ...file(), misdeed: { kind: "excess", bytes } })).toBe(line);
      await discord.until(() => discord.downloads.every(({ isOver }) => isOver), "a download goes on");
      expect(discord.downloads.at(-1)?.sent).toBeLessThan(8_000_000);
      expect(await list(mara)).toBe(NO_DOCUMENTS);
    },
  );
});

const TEXT_ONLY = "the file is neither Markdown nor plain text; its name must end in .md, .markdown or .txt";
const UTF_8_ONLY = "the file is not UTF-8 text; save it as UTF-8";
const NO_TEXT = "the file holds no text that could answer; write paragraphs, lists or tables";

describe("A file that cannot be used", () => {
  test.each<[string, Upload, readonly string[]]>([
    ["no text by its name", file(RULES, "rules.pdf"), [`line 1: ${TEXT_ONLY}`]],
    [
      "no text by its bytes",
      file(Buffer.from([0x23, 0x20, 0xc3, 0x28, 0xff, 0xfe])),
      [`line 1: ${UTF_8_ONLY}`],
    ],
    ["in UTF-16", file(Buffer.from(`\ufeff${RULES}`, "utf16le"), "rules.txt"), [`line 1: ${UTF_8_ONLY}`]],
    [
      "with a NUL character",
      file("# Rules\n\nOne\n\nTwo\0three\n"),
      ["line 5: the text holds a NUL character; save the file as UTF-8 text without it"],
    ],
    ["empty", file(""), [`line 1: ${NO_TEXT}`]],
    ["of front matter alone", file("---\ntitle: Rules\n---\n"), [`line 1: ${NO_TEXT}`]],
    [
      "with front matter that says wrong things",
      file("---\ntitle: Rules\nurl: javascript:alert(1)\npublished: soon\n---\n\nA rule.\n"),
      [
        'line 3: `url` must be an address that starts with https:// or <http://>, not "javascript:alert(1)"',
        'line 4: `published` must be a date: YYYY-MM-DD, YYYY-MM or YYYY, not "soon"',
      ],
    ],
  ])("because it is %s says why by line, and changes nothing", async (_, upload, problems) => {
    const { mara } = newServer(discord);
    expect(await add(mara, upload)).toBe(
      [
        "(only you see this)",
        `### ${upload.name} cannot be used`,
        "Nothing was changed. Mend these lines and upload it again:",
        ...problems.map((line) => `- ${line}`),
      ].join("\n"),
    );
    expect(await list(mara)).toBe(NO_DOCUMENTS);
  });

  test("shows fifteen of many problems, and counts the others", async () => {
    const { mara } = newServer(discord);
    const snippet = "#### What is it?\n\n> About: Nobody\n>\n> - what\n\nIt is.\n\n";
    const shown = await add(mara, file(`# Rules\n\n## One\n\n${snippet.repeat(30)}`));
    expect(shown.match(/^- line /gmu)).toHaveLength(15);
    expect(shown).toMatch(/^- and \d+ more$/mu);
  });

  test("leaves the document in its place that it should replace", async () => {
    const { mara, ben } = newServer(discord);
    await add(mara, file());
    const next = file("bad\0file", "next.md");
    const reply = await mara.uses("/knowledge replace", { document: "Lantern rules", file: next });
    expect(reply.text).toContain("next.md cannot be used");
    expect(await ask(ben)).toContain("A lantern must be lit at dusk");
  });
});
