import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { loadConfig } from "../../src/config.ts";
import { freshDay } from "../support/fresh-day.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type StartedBot } from "./support/bot.ts";

const START_TIMEOUT = 60_000;

let discord: LoopbackDiscord;
let bot: StartedBot;

beforeAll(async () => {
  discord = await startLoopbackDiscord({ messageContent: true });
  bot = await startBot(discord, { app: await createApp({ ...loadConfig({}), today: freshDay }) });
}, START_TIMEOUT);

afterAll(async () => {
  await bot.stop();
  await discord.close();
});

// Members ask no faster than they may, and a question is answered again where it was answered before.
beforeEach(() => {
  discord.passTime(120_000);
});

/** A section with its link: the document's name stands in the link, or before all of the document's sections. */
const CITATION =
  /^-# Source: (?:\[.+ › .+\]\(<https:\/\/\S+>\)|.+ › \[.+\]\(<https:\/\/\S+>\)) — .+, \w+ \d{4}$/mu;

const ADDRESS = /<https:[^>]+>/gu;

const PARTS = [
  "What it is",
  "Responsibilities",
  "Skills",
  "Certifications",
  "Salary",
  "Outlook",
  "How to become one",
];

/** Where a part of a whole card begins. */
const PART = /^(?=\*\*.+\*\*$)/mu;

async function completions(option: string, role: string): Promise<readonly unknown[]> {
  const offered = await discord.member("ada").types("salary", option, { role, [option]: "" });
  return offered.map(({ value }) => value);
}

describe("with the documents that come with Rolecall", () => {
  test("the first screen of a role's card shows the first of its parts, with their sources below", async () => {
    const card = await discord.member("ada").uses("role", { name: "devsecops" });
    const shown = [...card.text.matchAll(/^\*\*(.+?):\*\* /gmu)].map(([, heading]) => heading);
    expect(shown.length).toBeGreaterThanOrEqual(2);
    expect(shown.length).toBeLessThan(PARTS.length);
    expect(shown).toEqual(PARTS.slice(0, shown.length));
    const sources = card.text.split("\n").at(-1) ?? "";
    const whole = await discord.member("ada").clicks(card, "More");
    const parts = whole.text.split(PART).slice(1, shown.length + 1);
    expect(sources).toMatch(CITATION);
    expect(sources.match(ADDRESS)).toEqual(parts.flatMap((part) => part.match(ADDRESS)));
  });

  test("More shows the card of a role whole to the member who clicked: seven parts, each with its source", async () => {
    const card = await discord.member("ada").uses("role", { name: "devsecops" });
    const whole = await discord.member("ben").clicks(card, "More");
    const [title, ...parts] = whole.text.split(PART);
    expect(whole.ephemeral).toBe(true);
    expect(title).toBe("### DevSecOps engineer\n");
    expect(parts.map((part) => part.split("\n")[0])).toEqual(PARTS.map((name) => `**${name}**`));
    for (const part of parts) expect(part).toMatch(CITATION);
    expect(whole.buttons.map(({ label }) => label)).toEqual([]);
    expect(discord.see(card).edits).toEqual([]);
  });

  test("every topic of its menu is shown with its source", async () => {
    const card = await discord.member("ada").uses("role", { name: "devsecops" });
    const [menu] = card.selects;
    expect(menu?.options.map(({ label }) => label)).toEqual(PARTS);
    for (const label of PARTS) {
      const topic = await discord.member("ada").chooses(card, "Show one topic whole", [label]);
      expect(topic.text.split("\n")[0]).toBe(`### DevSecOps engineer: ${label.toLowerCase()}`);
      expect(topic.text).toMatch(CITATION);
    }
  });

  test.each([
    ["ask", { question: "what is the difference between DevOps and DevSecOps?" }],
    ["skills", { role: "devops" }],
    ["salary", { role: "devops" }],
    ["path", { role: "soc analyst" }],
    ["cert", { name: "CEH" }],
    ["compare", { first: "devops", second: "devsecops" }],
  ] as const)("/%s answers with a source", async (command, options) => {
    expect((await discord.member("ada").uses(command, options)).text).toMatch(CITATION);
  });

  test("a comparison of two cities shows figures of both on the first screen, and all of them behind More", async () => {
    const page = await discord.member("ada").uses("compare", { first: "Houston", second: "Boston" });
    const whole = await discord.member("ada").clicks(page, "More");
    const counts = [page, whole].map(({ text }) =>
      text
        .split(/^(?=\*\*.+\*\* — )/mu)
        .slice(1)
        .map((side) => side.match(/^- /gmu)?.length),
    );
    expect(counts).toEqual([
      [3, 3],
      [5, 5],
    ]);
  });

  test("/salary shows each source with its own heading on the first screen, and earlier releases behind More", async () => {
    const page = await discord.member("ada").uses("salary", { role: "security analyst" });
    const whole = await discord.member("ada").clicks(page, "More");
    expect(page.text).toMatch(/\*\*US Bureau of Labor Statistics:\*\*[^]+\*\*infosec-jobs\.com:\*\*/u);
    expect(page.text).toContain("median 129,180, 10th percentile 75,090, 90th percentile 199,850");
    expect(page.text).not.toContain("124,910");
    expect(whole.text).toContain("Earlier, salary (median): May 2024: 124,910 USD; May 2023: 120,360 USD.");
    const { attachments } = await discord.edited(page);
    expect(attachments.map(({ filename }) => filename)).toEqual(["chart.png"]);
  });

  test("/salary of a year shows that year alone, and a click shows another", async () => {
    const page = await discord.member("ada").uses("salary", { role: "security analyst", year: "2024" });
    expect(page.text).toContain("median 124,910");
    expect(page.text).not.toContain("129,180");
    const newer = await discord.member("ada").clicks(page, "Security analyst: salary, 2025");
    expect(newer.text).toContain("median 129,180");
  });

  test("/salary of a role that an office counts in a wider class names the class", async () => {
    const page = await discord.member("ada").uses("salary", { role: "soc analyst" });
    expect(page.text).toContain("BLS has no figure of its own for SOC analysts.");
    expect(page.text).toContain("75,000");
  });

  test("/salary of a role without figures says so", async () => {
    const page = await discord.member("ada").uses("salary", { role: "sre" });
    expect(page.text).toBe("The documents state no pay of site reliability engineers.");
  });

  test("/compare of two certifications by cost shows what each costs, with its date", async () => {
    const page = await discord
      .member("ada")
      .uses("compare", { first: "CISSP", second: "CISM", topic: "cost" });
    expect(page.text).toMatch(/749 USD as of July 2024[^]+575 USD/u);
    expect(page.text.match(/^-# Source: /gmu)).toHaveLength(2);
  });

  test("places and years complete from what the role chosen before has", async () => {
    expect(await completions("place", "Security analyst")).toEqual(["United States"]);
    expect(await completions("place", "DevOps engineer")).toContain("Houston");
    expect(await completions("year", "System administrator")).toEqual(["2025", "2024", "2023"]);
  });

  test.each(["topics", "sources", "help"])("/%s is taken by Discord", async (command) => {
    expect((await discord.member("ada").uses(command)).text).not.toBe("");
  });

  test("help offers five questions as buttons, and each is answered", async () => {
    const ben = discord.member("ben");
    const help = await ben.uses("help");
    const labels = help.buttons.map(({ label }) => label);
    const questions = labels.filter((label) => label.endsWith("?"));
    expect(questions).toHaveLength(5);
    expect(labels).toEqual([...questions, "Dismiss"]);
    for (const question of questions) expect((await ben.clicks(help, question)).text).toMatch(CITATION);
  });
});
