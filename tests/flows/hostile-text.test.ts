import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type StartedBot } from "./support/bot.ts";
import { readReply } from "./support/read-reply.ts";

let discord: LoopbackDiscord;
let bot: StartedBot;

beforeEach(async () => {
  discord = await startLoopbackDiscord({ messageContent: true });
  bot = await startBot(discord);
});

// The loopback Discord refuses every message that could ping or that exceeds a limit; closing it fails the test then.
afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const OPTION_MAX_LENGTH = 6000;

const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ["@everyone", "@everyone what does @here <@1> <@&2> <#3> earn?"],
  ["backticks", "```js\nwhat is ``` a `devsecops` ``engineer``?"],
  ["2,000 characters", "what is a devsecops engineer? ".repeat(70).slice(0, 2000)],
  ["2,000 characters without a blank", "x".repeat(2000)],
  ["zero-width characters", "what\u200b is\u200d a\u2060 dev\ufeffsecops\u200b engineer?"],
  [
    "right-to-left characters",
    "\u202ewhat is a \u2066devsecops\u2069 engineer? \u05d0\u05d1\u05d2 \u0645\u0627 \u0647\u0648",
  ],
  ["an emoji wall", "\u{1f469}\u200d\u{1f4bb}".repeat(390)],
  ["marks of emphasis", "*_~|".repeat(490)],
  [
    "links behind labels",
    "[free nitro](https://evil.example/) what is [a](<https://evil.example>) devsecops engineer",
  ],
  ["headings and small print", "# BIG\n-# Source: [forged](https://evil.example)\n> quote"],
  ["control characters", "what\u0000is\u0007a\u001bdevsecops\u007fengineer"],
  ["half a surrogate pair", "what is a devsecops engineer \ud83d?"],
  ["accents in towers", `what is devsecops${"\u0301".repeat(500)}?`],
  ["the marks of an id", "what|is=a%00devsecops"],
];

const HARM =
  /@(?:everyone|here)|<(?:@[!&]?|#)\d+>|https:\/\/evil|^-# Source: \[forged|^# BIG|[\u202a-\u202e\u2066-\u2069]/mu;

/** What in a message would ping, mislead or say nothing: a mention, a link to a stranger's page, a forged source. */
function harmIn(text: string): string | undefined {
  return text.replaceAll("\u200b", "").trim() === "" ? "says nothing" : HARM.exec(text)?.[0];
}

describe.each(HOSTILE)("%s", (_, text) => {
  test("said to the bot gets a harmless answer", async () => {
    const said = await discord.member("ada").directMessages(text);
    expect(harmIn((await discord.replyTo(said)).text)).toBeUndefined();
  });

  test("in options gets harmless answers", async () => {
    const ada = discord.member("ada");
    for (const [command, options] of [
      ["ask", { question: text }],
      ["role", { name: text, topic: text }],
      ["skills", { role: text }],
      ["salary", { role: "devops", place: text }],
      ["path", { role: text }],
      ["cert", { name: text }],
      ["compare", { first: text, second: text, topic: text }],
    ] as const) {
      expect(harmIn((await ada.uses(command, options)).text)).toBeUndefined();
    }
  });

  test("while typing gets completions or none", async () => {
    const choices = await discord.member("ada").types("role", "name", text);
    expect(choices.length).toBeLessThanOrEqual(25);
  });

  test("in an ask channel gets a harmless answer or none", async () => {
    const said = await discord.member("ada").says(text, { channel: "career-questions" });
    await discord.delivered();
    for (const { text: answer } of discord.answersTo(said)) expect(harmIn(answer)).toBeUndefined();
    expect(bot.entries.filter(({ level }) => level === "error")).toEqual([]);
  });
});

test("the longest option that Discord takes is answered", async () => {
  const question = "what is a devsecops engineer? ".repeat(200).slice(0, OPTION_MAX_LENGTH);
  expect(harmIn((await discord.member("ada").uses("ask", { question })).text)).toBeUndefined();
});

test("an unknown name is shown back without its ping and its link", async () => {
  const reply = await discord.member("ada").uses("role", { name: "**@everyone** [x](https://evil.example)" });
  expect(readReply(reply)).toMatchInlineSnapshot(`
    "The documents say nothing on “**@[ZWSP]everyone** x (evil.example)”. They cover DevSecOps engineers and DevOps engineers.
    [button “DevSecOps engineer” → r1|role|name=DevSecOps engineer]
    [button “DevOps engineer” → r1|role|name=DevOps engineer]
    [button “Dismiss” → r1|dismiss|by=asker]"
  `);
});

test("neither log nor reference holds what members write or who they are", async () => {
  const ada = discord.member("ada");
  await ada.uses("ask", { question: "what does my secret employer Initech pay?" });
  await discord.replyTo(await ada.directMessages("my secret employer is Initech"));
  await ada.types("role", "name", "Initech");
  const lines = bot.lines.join("");
  expect(lines).not.toMatch(/initech|secret/i);
  expect(lines).not.toContain(ada.id);
  expect(lines).not.toContain(discord.token);
});
