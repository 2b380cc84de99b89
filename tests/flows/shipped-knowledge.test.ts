import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { loadConfig } from "../../src/config.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type StartedBot } from "./support/bot.ts";

const START_TIMEOUT = 60_000;

let discord: LoopbackDiscord;
let bot: StartedBot;

beforeAll(async () => {
  discord = await startLoopbackDiscord({ messageContent: true });
  bot = await startBot(discord, { assistant: await createApp(loadConfig({})) });
}, START_TIMEOUT);

afterAll(async () => {
  await bot.stop();
  await discord.close();
});

const CITATION = /^-# Source: \[.+ › .+\]\(<https:\/\/\S+>\) — .+, \w+ \d{4}$/mu;

describe("with the documents that come with Rolecall", () => {
  test("the card of a role shows seven parts, each with its source, in one message", async () => {
    const card = await discord.member("ada").uses("role", { name: "devsecops" });
    const headings = card.text.match(/^\*\*.+\*\*$/gmu);
    expect(headings).toEqual(
      [
        "What it is",
        "Responsibilities",
        "Skills",
        "Certifications",
        "Salary",
        "Outlook",
        "How to become one",
      ].map((name) => `**${name}**`),
    );
    expect(card.text.match(new RegExp(CITATION, "gmu"))?.length).toBeGreaterThanOrEqual(7);
  });

  test("every topic of its menu shows more than the card, with its source", async () => {
    const card = await discord.member("ada").uses("role", { name: "devsecops" });
    const [menu] = card.selects;
    expect(menu?.options.length).toBe(7);
    for (const { label } of menu?.options ?? []) {
      const topic = await discord.member("ada").chooses(card, "Show one topic whole", [label]);
      expect(topic.text).toMatch(CITATION);
    }
  });

  test.each([
    ["ask", { question: "what is the difference between DevOps and DevSecOps?" }],
    ["skills", { role: "devops" }],
    ["salary", { role: "devops" }],
    ["cert", { name: "CEH" }],
    ["compare", { first: "devops", second: "devsecops" }],
  ] as const)("/%s answers with a source", async (command, options) => {
    expect((await discord.member("ada").uses(command, options)).text).toMatch(CITATION);
  });

  test.each(["topics", "sources", "help"])("/%s is taken by Discord", async (command) => {
    expect((await discord.member("ada").uses(command)).text).not.toBe("");
  });

  test("every question that help offers is answered", async () => {
    const ben = discord.member("ben");
    const help = await ben.uses("help");
    const [menu] = help.selects;
    expect(menu?.options.length).toBeGreaterThan(0);
    for (const { label } of menu?.options ?? []) {
      expect((await ben.chooses(help, "Try one", [label])).text).toMatch(CITATION);
    }
  });
});
