import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { assistant, startBot, type StartedBot } from "./support/bot.ts";
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

describe("a slash command", () => {
  test("/ask answers with the section that says so, and breaks the pings of a document", async () => {
    const reply = await discord.member("ada").uses("ask", { question: "what is a devsecops engineer?" });
    expect(readWords(reply)).toMatchInlineSnapshot(`
      "-# “what is a devsecops engineer?”
      A DevSecOps engineer builds security into development and operations. Ask @[ZWSP]everyone about \`kubectl\` and they will agree.
      -# Source: [Careers in Pipelines › The role](<https://press.example/pipelines#the-role>) — Example Press, June 2022"
    `);
  });

  test("/ask says honestly that no section answers", async () => {
    const reply = await discord.member("ada").uses("ask", { question: "what does a data scientist earn?" });
    expect(readWords(reply)).toMatchInlineSnapshot(`
      "-# “what does a data scientist earn?”
      The documents say nothing on data scientists. They cover DevSecOps engineers and DevOps engineers."
    `);
  });

  test("/role shows a card whose parts each have their source, and a menu of its topics", async () => {
    const reply = await discord.member("ada").uses("role", { name: "devsecops" });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "### DevSecOps engineer
      **What it is:** A DevSecOps engineer builds security into development and operations. Ask @[ZWSP]everyone about \`kubectl\` and they will agree.
      **Responsibilities:** They have three duties:
      - test the pipeline
      - mend what the tests find
      - explain both
      **Skills:** Python, Jenkins and patience.
      -# Source: Careers in Pipelines › [The role](<https://press.example/pipelines#the-role>), [Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, June 2022
      [menu “Show one topic whole”: What it is → r1|role|name=DevSecOps engineer|topic=definition, Responsibilities → r1|role|name=DevSecOps engineer|topic=responsibilities, Skills → r1|role|name=DevSecOps engineer|topic=skills, Certifications → r1|role|name=DevSecOps engineer|topic=certifications]
      [button “More” → r1|all|name=devsecops|of=role]
      [button “Helpful” → r1|helpful|of=aXRHqPjc.9GACaYYR.iSJS7rAF.PQSbwX8p]
      [button “Not helpful” → r1|unhelpful|of=aXRHqPjc.9GACaYYR.iSJS7rAF.PQSbwX8p]
      [button “Dismiss” → r1|dismiss|by=asker]"
    `);
  });

  test("/role with a topic shows that topic", async () => {
    const reply = await discord.member("ada").uses("role", { name: "devsecops", topic: "skills" });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "### DevSecOps engineer: skills
      Python, Jenkins and patience.
      -# Source: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, June 2022
      [button “Helpful” → r1|helpful|of=iSJS7rAF]
      [button “Not helpful” → r1|unhelpful|of=iSJS7rAF]
      [button “Dismiss” → r1|dismiss|by=asker]"
    `);
  });

  test("/role offers the nearest names for one it does not know", async () => {
    const reply = await discord.member("ada").uses("role", { name: "plumber" });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "The documents say nothing on “plumber”. They cover DevSecOps engineers and DevOps engineers.
      [button “DevSecOps engineer” → r1|role|name=DevSecOps engineer]
      [button “DevOps engineer” → r1|role|name=DevOps engineer]
      [button “Dismiss” → r1|dismiss|by=asker]"
    `);
  });

  test("/skills shows the skills of a role", async () => {
    const reply = await discord.member("ada").uses("skills", { role: "DevSecOps engineer" });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "### DevSecOps engineer: skills
      Python, Jenkins and patience.
      -# Source: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, June 2022
      [button “Helpful” → r1|helpful|of=iSJS7rAF]
      [button “Not helpful” → r1|unhelpful|of=iSJS7rAF]
      [button “Dismiss” → r1|dismiss|by=asker]"
    `);
  });

  test("/salary keeps figures with what they mean", async () => {
    const reply = await discord.member("ada").uses("salary", { role: "DevOps engineer", place: "Dallas" });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "### DevOps engineer: salary (Dallas)
      **Dallas** — DevOps engineer, per month, currency not stated, January 2023
      - Salary: 10,566.83
      - Rent: 1,584
      -# Source: [Salaries by City › Salaries](<https://press.example/salaries#salaries>) — Example Press, January 2023
      [button “DevOps engineer: salary, Houston” → r1|salary|role=DevOps engineer|place=Houston]
      [button “Helpful” → r1|helpful|of=5fgsJY2y]
      [button “Not helpful” → r1|unhelpful|of=5fgsJY2y]
      [button “Dismiss” → r1|dismiss|by=asker]"
    `);
  });

  test("/path shows the way into a role step by step, and names the steps that are not stated", async () => {
    const reply = await discord.member("ada").uses("path", { role: "devsecops" });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "### DevSecOps engineer: path
      **What to learn**
      Python, Jenkins and patience.
      -# Source: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, June 2022
      **Certificates**
      CEH is advised for DevSecOps engineers.
      -# Source: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, June 2022
      -# Not stated: how people get in; related and next roles.
      [menu “Show one topic whole”: What to learn → r1|role|name=DevSecOps engineer|topic=skills, Certificates → r1|role|name=DevSecOps engineer|topic=certifications]
      [button “Helpful” → r1|helpful|of=iSJS7rAF.PQSbwX8p]
      [button “Not helpful” → r1|unhelpful|of=iSJS7rAF.PQSbwX8p]
      [button “Dismiss” → r1|dismiss|by=asker]"
    `);
  });

  test("/path refuses a role that no document is about as /role does", async () => {
    const reply = await discord.member("ada").uses("path", { role: "plumber" });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "The documents say nothing on “plumber”. They cover DevSecOps engineers and DevOps engineers.
      [button “DevSecOps engineer” → r1|path|role=DevSecOps engineer]
      [button “DevOps engineer” → r1|path|role=DevOps engineer]
      [button “Dismiss” → r1|dismiss|by=asker]"
    `);
  });

  test("/cert shows what is said of a certification", async () => {
    const reply = await discord.member("ada").uses("cert", { name: "CEH" });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "### CEH
      Yes. CEH is advised for DevSecOps engineers.
      -# Source: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, June 2022
      [button “Helpful” → r1|helpful|of=PQSbwX8p]
      [button “Not helpful” → r1|unhelpful|of=PQSbwX8p]
      [button “Dismiss” → r1|dismiss|by=asker]"
    `);
  });

  test("/compare puts two things side by side", async () => {
    const reply = await discord.member("ada").uses("compare", { first: "Houston", second: "Dallas" });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "### Houston and Dallas
      **Houston** — DevOps engineer, per month, currency not stated, January 2023
      - Salary: 11,159.75
      - Rent: 1,303

      **Dallas** — DevOps engineer, per month, currency not stated, January 2023
      - Salary: 10,566.83
      - Rent: 1,584
      -# Source: [Salaries by City › Salaries](<https://press.example/salaries#salaries>) — Example Press, January 2023
      [button “Helpful” → r1|helpful|of=5fgsJY2y]
      [button “Not helpful” → r1|unhelpful|of=5fgsJY2y]
      [button “Dismiss” → r1|dismiss|by=asker]"
    `);
  });

  test("/topics shows what can be answered", async () => {
    expect(readReply(await discord.member("ada").uses("topics"))).toMatchInlineSnapshot(`
      "### What I can answer
      **Roles**
      DevSecOps engineer, DevOps engineer
      **Topics**
      What it is, Responsibilities, Skills, Certifications, Salary
      **Certifications**
      CEH
      **Places and employers with figures**
      Houston, Dallas
      [button “Dismiss” → r1|dismiss|by=asker]"
    `);
  });

  test("/sources shows the documents without a preview of their pages", async () => {
    expect(readReply(await discord.member("ada").uses("sources"))).toMatchInlineSnapshot(`
      "### Where my answers come from
      **[Careers in Pipelines](<https://press.example/pipelines>)**
      Example Press, by Ada, June 2022
      2 sections, read November 2026
      **[Salaries by City](<https://press.example/salaries>)**
      Example Press, by Ben, January 2023
      1 section, read November 2026
      [button “Dismiss” → r1|dismiss|by=asker]"
    `);
  });

  test("/help shows how to ask, with questions to try", async () => {
    expect(readReply(await discord.member("ada").uses("help"))).toMatchInlineSnapshot(`
      "### How to ask me
      I answer career questions from documents and show the section each answer comes from. When no section answers, I say so. Ask in your own words with /ask, mention me, or write me a direct message.
      **Commands**
      - /ask: a question in your words
      - /role: a role at a glance
      - /skills: skills and tools of a role
      - /salary: what a role earns
      - /path: the way into a role
      - /cert: about a certification
      - /compare: two things side by side
      - /topics: what I can answer
      - /sources: my documents
      - /help: how to ask me
      [button “What is a DevSecOps engineer?” → r1|ask|question=What is a DevSecOps engineer?]
      [button “What are the responsibilities of a DevSecOps engineer?” → r1|ask|question=What are the responsibilities of a DevSecOps engineer?]
      [button “What skills does a DevSecOps engineer need?” → r1|ask|question=What skills does a DevSecOps engineer need?]
      [button “Is CEH advised for a DevSecOps engineer?” → r1|ask|question=Is CEH advised for a DevSecOps engineer?]
      [button “How much does a DevOps engineer earn?” → r1|ask|question=How much does a DevOps engineer earn?]
      [button “Dismiss” → r1|dismiss|by=asker]"
    `);
  });
});

describe("where and to whom", () => {
  test("hide shows the answer to its asker only", async () => {
    const reply = await discord.member("ada").uses("cert", { name: "CEH", hide: true });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "(only you see this)
      ### CEH
      Yes. CEH is advised for DevSecOps engineers.
      -# Source: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, June 2022
      [button “Helpful” → r1|helpful|of=PQSbwX8p]
      [button “Not helpful” → r1|unhelpful|of=PQSbwX8p]"
    `);
  });

  test.each([true, false])("an answer is for everybody unless hidden: hide %s", async (hide) => {
    const reply = await discord.member("ada").uses("cert", { name: "CEH", hide });
    expect(reply.ephemeral).toBe(hide);
  });

  test("commands work in a direct message", async () => {
    const ada = discord.member("ada");
    const reply = await ada.uses("cert", { name: "CEH" }, { channel: ada.dm });
    expect(reply.text).toContain("CEH is advised");
  });

  test("commands work for members who installed the bot for themselves, where it is no member", async () => {
    const away = discord.guild({ name: "Away", channels: ["general"], hasBot: false });
    const ada = discord.member("ada");
    const inGuild = await ada.uses("cert", { name: "CEH" }, { channel: discord.channel("general", away) });
    const withBen = await ada.uses(
      "cert",
      { name: "CEH" },
      { channel: ada.privateChannelWith(discord.member("ben")) },
    );
    expect([inGuild.text, withBen.text]).toEqual([
      expect.stringContaining("CEH is advised"),
      expect.stringContaining("CEH is advised"),
    ]);
  });
});

const named = (name: string, value: string) => ({ name, value });

describe("completion", () => {
  test("offers what the documents name", async () => {
    expect(await discord.member("ada").types("role", "name", "dev")).toEqual([
      { name: "DevSecOps engineer", value: "DevSecOps engineer" },
      { name: "DevOps engineer", value: "DevOps engineer" },
    ]);
  });

  test.each([
    ["role", "topic"],
    ["skills", "role"],
    ["salary", "role"],
    ["salary", "place"],
    ["salary", "year"],
    ["path", "role"],
    ["cert", "name"],
    ["compare", "first"],
    ["compare", "second"],
    ["compare", "topic"],
  ])("of /%s %s offers something before anything is typed", async (command, option) => {
    expect((await discord.member("ada").types(command, option, "")).length).toBeGreaterThan(0);
  });

  test("shortens a name that is too long, and leaves out what cannot be chosen", async () => {
    const offered = [
      named("word ".repeat(30), "long name"),
      named("long value", "x".repeat(101)),
      named("no value", ""),
      named(" ", "no name"),
      ...Array.from({ length: 30 }, (_, index) => named(`name ${index}`, `value ${index}`)),
    ];
    await bot.stop();
    bot = await startBot(discord, { assistant: { ...assistant, complete: () => offered } });
    const choices = await discord.member("ada").types("role", "name", "");
    expect(choices).toHaveLength(25);
    expect(choices.slice(0, 2)).toEqual([
      named(`${"word ".repeat(19)}…`, "long name"),
      named("name 0", "value 0"),
    ]);
  });

  test("offers nothing for what is nothing like it", async () => {
    expect(await discord.member("ada").types("role", "name", "@everyone ```")).toEqual([]);
  });
});
