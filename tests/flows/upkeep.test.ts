import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { logged, startBot, type StartedBot } from "./support/bot.ts";
import { readReply, readWords } from "./support/read-reply.ts";

/** A worker that compiles its program from the sources takes its time on a busy machine. */
const timeout = 60_000;

let discord: LoopbackDiscord;
let bot: StartedBot;

beforeEach(async () => {
  discord = await startLoopbackDiscord({ messageContent: true, patience: 30_000 });
  bot = await startBot(discord);
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const moderator = () => discord.member("mo", { permissions: ["ManageGuild"] });

async function add(name: string, content: string, given: Readonly<Record<string, string>> = {}) {
  return await moderator().uses("knowledge add", { file: { name, content }, ...given });
}

const GUIDE = "# Exam guide\n\n## CEH\n\nThe CEH exam costs $350.\n";
const PRICES = "# Price list\n\n## Fees\n\nThe CEH exam costs $499.\n";
const TODAY = new Date();
const MONTH = TODAY.toLocaleDateString("en", { month: "long", year: "numeric", timeZone: "UTC" });
const ISO_MONTH = TODAY.toISOString().slice(0, 7);

/** What the built-in documents say of salaries, with another amount and date. */
const PAY = readFileSync(new URL("support/knowledge/city-salaries.md", import.meta.url), "utf8")
  .replace("Salaries by City", "Pay of our members")
  .replace("publisher: Example Press", "publisher: Blue Harbor")
  .replace("https://press.example/salaries", "https://harbor.example/pay")
  .replace("published: 2023-01", `published: ${ISO_MONTH}`)
  .replace("date January 2023", `date ${MONTH}`)
  .replace("11,159.75", "12,400.00");

const asks = async (question: string) => discord.member("ada").uses("ask", { question, hide: true });

/** A page as it would read on any day. */
function readAnyDay(page: string): string {
  return page.replaceAll(MONTH, "this month").replaceAll(/\(over \d+ years old\)/g, "(old)");
}

describe("a server's own document", () => {
  test(
    "without a date or publisher is cited by its title and the month it was added",
    { timeout },
    async () => {
      await add("guide.md", GUIDE);
      expect(readAnyDay(readWords(await asks("How much does the CEH exam cost?")))).toMatchInlineSnapshot(`
        "(only you see this)
        The CEH exam costs $350.
        -# Source: Exam guide › CEH — added this month"
      `);
    },
  );

  test("with an address and a date is cited by both", { timeout }, async () => {
    await add("guide.md", GUIDE, { url: "https://academy.example/guide", published: ISO_MONTH });
    expect(readAnyDay(readWords(await asks("How much does the CEH exam cost?")))).toMatchInlineSnapshot(`
      "(only you see this)
      The CEH exam costs $350.
      -# Source: [Exam guide › CEH](<https://academy.example/guide#:~:text=CEH>) — this month"
    `);
  });
});

describe("/knowledge stale", () => {
  test("lists a server's own old documents first, then the built-in ones", { timeout }, async () => {
    await add("guide.md", GUIDE, { published: "2021-02" });
    await add("new.md", PRICES);
    expect(readAnyDay(readReply(await moderator().uses("knowledge stale")))).toMatchInlineSnapshot(`
      "(only you see this)
      ### What may be out of date
      Pay and prices over 18 months old, and all else over 3 years old. My answers say so beside the date.
      **Exam guide**
      February 2021 (old)
      1 of 1 section:
      - CEH
      **[Careers in Pipelines](<https://press.example/pipelines>)**
      Example Press, June 2022 (old)
      2 of 2 sections:
      - The role
      - Skills and certificates
      **[Salaries by City](<https://press.example/salaries>)**
      Example Press, January 2023 (old)
      1 of 1 section:
      - Salaries"
    `);
  });

  test("says so where nothing is old, in Spanish too", { timeout }, async () => {
    expect(readAnyDay(readReply(await moderator().uses("knowledge stale")))).toMatchInlineSnapshot(`
      "(only you see this)
      ### What may be out of date
      Nothing that has a date: pay and prices are at most 18 months old, and all else at most 3 years."
    `);
    const lola = discord.member("lola", { locale: "es-ES", permissions: ["ManageGuild"] });
    expect(readReply(await lola.uses("knowledge stale"))).toMatchInlineSnapshot(`
      "(only you see this)
      ### Lo que puede estar anticuado
      Nada que tenga fecha: los sueldos y precios tienen como mucho 18 meses, y lo demás como mucho 3 años."
    `);
  });
});

describe("/knowledge conflicts", () => {
  test("lists what two own documents state differently, the newest first", { timeout }, async () => {
    await add("guide.md", GUIDE, { published: "2024-05" });
    await add("prices.md", PRICES);
    expect(readAnyDay(readReply(await moderator().uses("knowledge conflicts")))).toMatchInlineSnapshot(`
      "(only you see this)
      ### Where the documents differ
      My answers show both sides with their dates.
      **Price list / Exam guide**
      Price list › Fees
      Exam guide › CEH
      - CEH: exam fee. Price list, added this month: The CEH exam costs $499. Exam guide, May 2024: The CEH exam costs $350."
    `);
  });

  test("lists what an own document states otherwise than a built-in one", { timeout }, async () => {
    await add("pay.md", PAY);
    expect(readAnyDay(readReply(await moderator().uses("knowledge conflicts")))).toMatchInlineSnapshot(`
      "(only you see this)
      ### Where the documents differ
      My answers show both sides with their dates.
      **Pay of our members / Salaries by City**
      Pay of our members › Salaries: <https://harbor.example/pay#salaries>
      Salaries by City › Salaries: <https://press.example/salaries#salaries>
      - Houston, DevOps engineer: salary 12,400.00 (Blue Harbor, this month), 11,159.75 (Example Press, January 2023), per month, currency not stated"
    `);
  });

  test(
    "lists nothing any more when one of them is removed, and nothing in another server",
    { timeout },
    async () => {
      await add("guide.md", GUIDE, { published: "2024-05" });
      await add("prices.md", PRICES);
      const second = discord.guild({ name: "Second", channels: ["general"] });
      const elsewhere = await moderator().uses(
        "knowledge conflicts",
        {},
        { channel: discord.channel("general", second) },
      );
      await moderator().uses("knowledge remove", { document: "price-list" });
      const after = await moderator().uses("knowledge conflicts");
      for (const { text } of [elsewhere, after])
        expect(text).toContain("Nowhere: no two documents state different figures of the same thing.");
    },
  );
});

describe("an answer on which documents differ", () => {
  test("shows both sides with their dates", { timeout }, async () => {
    await add("guide.md", GUIDE, { published: "2024-05" });
    await add("prices.md", PRICES);
    expect(readAnyDay(readWords(await asks("How much does the CEH exam cost?")))).toMatchInlineSnapshot(`
      "(only you see this)
      The CEH exam costs $350.
      -# Source: Exam guide › CEH — May 2024 (old)
      **The sources differ**
      **Price list, added this month:** The CEH exam costs $499.
      **Exam guide, May 2024:** The CEH exam costs $350.
      -# Source: Price list › Fees — added this month
      -# Source: Exam guide › CEH — May 2024"
    `);
    expect(logged(bot, "failed")).toEqual([]);
  });

  test("shows a server's figure beside the built-in one", { timeout }, async () => {
    await add("pay.md", PAY);
    expect(readAnyDay(readWords(await asks("How much does a DevOps engineer earn in Houston?"))))
      .toMatchInlineSnapshot(`
        "(only you see this)
        Per month, currency not stated:
        \`\`\`
        City        Salary   Rent
        ───────  ─────────  ─────
        Houston  11,159.75  1,303
        Dallas   10,566.83  1,584
        \`\`\`
        -# Source: [Salaries by City › Salaries](<https://press.example/salaries#salaries>) — Example Press, January 2023 (old)
        **The sources differ**
        **Blue Harbor, this month:** Houston, DevOps engineer: salary 12,400.00, per month, currency not stated
        **Example Press, January 2023:** Houston, DevOps engineer: salary 11,159.75, per month, currency not stated
        -# Source: [Pay of our members › Salaries](<https://harbor.example/pay#salaries>) — Blue Harbor, this month
        -# Source: [Salaries by City › Salaries](<https://press.example/salaries#salaries>) — Example Press, January 2023"
      `);
  });
});
