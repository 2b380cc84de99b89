import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type StartedBot } from "./support/bot.ts";
import { readReply, readWords } from "./support/read-reply.ts";

let discord: LoopbackDiscord;
let bot: StartedBot;

beforeEach(async () => {
  discord = await startLoopbackDiscord();
  bot = await startBot(discord);
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const SKILLS = `(only you see this)
### DevSecOps engineer: skills
Python, Jenkins and patience.
-# Source: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, June 2022
[button “Helpful” → r1|helpful|of=iSJS7rAF]
[button “Not helpful” → r1|unhelpful|of=iSJS7rAF]`;

const OUTDATED =
  "(only you see this)\nThis comes from an older version of me, so I cannot tell what it should do. Ask again with `/ask` or `/help`.";

describe("the menu of a card", () => {
  test("shows a topic whole to the member who chose it, and leaves the card as it is", async () => {
    const card = await discord.member("ada").uses("role", { name: "devsecops" });
    const topic = await discord.member("ben").chooses(card, "Show one topic whole", ["Skills"]);
    expect(readReply(topic)).toBe(SKILLS);
    expect(discord.see(card).edits).toEqual([]);
  });

  test("of before a restart works after it", async () => {
    const card = await discord.member("ada").uses("role", { name: "devsecops" });
    await bot.stop();
    bot = await startBot(discord);
    expect(readReply(await discord.member("ada").chooses(card, "Show one topic whole", ["Skills"]))).toBe(
      SKILLS,
    );
  });
});

describe("a menu of questions", () => {
  test("answers the chosen one to the member who chose it", async () => {
    const answer = await discord.member("ada").uses("ask", { question: "what is a devsecops engineer?" });
    const related = await discord
      .member("ben")
      .chooses(answer, "Related questions", ["What skills does a DevSecOps engineer need?"]);
    expect(readWords(related)).toMatchInlineSnapshot(`
      "(only you see this)
      Python, Jenkins and patience.
      -# Source: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, June 2022"
    `);
  });
});

describe("a button", () => {
  test("may be clicked twice and by everybody", async () => {
    const miss = await discord.member("ada").uses("role", { name: "plumber" });
    const texts = [];
    for (const name of ["ada", "ada", "ben"]) {
      texts.push((await discord.member(name).clicks(miss, "DevSecOps engineer")).text.split("\n")[0]);
    }
    expect(texts).toEqual(["### DevSecOps engineer", "### DevSecOps engineer", "### DevSecOps engineer"]);
  });
});

describe("an id that this version did not write", () => {
  test.each([
    ["of another version", "r0|role|name=devsecops"],
    ["of another bot", "vote:up"],
    ["of a command that is gone", "r1|dance|style=tango"],
    ["without what the command needs", "r1|role|topic=salary"],
    ["with an option that is gone", "r1|role|name=devsecops|place=Houston"],
    ["with a name from a prototype", "r1|constructor"],
  ])("%s gets one private line", async (_, id) => {
    const card = await discord.member("ada").uses("role", { name: "devsecops" });
    expect(readReply(await discord.member("ada").forges(card, id))).toBe(OUTDATED);
  });

  test("in a menu gets one private line", async () => {
    const card = await discord.member("ada").uses("role", { name: "devsecops" });
    const forged = await discord.member("ada").forges(card, "r1-menu", ["r0|role|name=x"]);
    expect(readReply(forged)).toBe(OUTDATED);
  });
});
