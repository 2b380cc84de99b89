import { once } from "node:events";
import { PNG } from "pngjs";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { loadConfig } from "../../src/config.ts";
import type { Assistant } from "../../src/guilds/assistant.ts";
import type { Picture, Pictures } from "../../src/pictures/pictures.ts";
import { createPictures } from "../../src/pictures/pictures.ts";
import { freshDay } from "../support/fresh-day.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Reply } from "../support/reply.ts";
import { logged, startBot, type StartedBot } from "./support/bot.ts";

/** A worker that compiles its program from the sources takes its time on a busy machine. */
const timeout = 60_000;

let shipped: Assistant;
let discord: LoopbackDiscord;
let bot: StartedBot;

beforeAll(async () => {
  shipped = (await createApp({ ...loadConfig({}), today: freshDay })).assistant;
}, timeout);

beforeEach(async () => {
  discord = await startLoopbackDiscord({ messageContent: true, patience: 30_000 });
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
});

/** Milliseconds after which a question is answered again where it was answered before. */
const LONG_AFTER = 120_000;

const SALARY = { role: "DevOps engineer" };
const FIGURES = [
  "12,169.50",
  "11,682.75",
  "11,159.75",
  "11,113.83",
  "10,566.83",
  "3,382.60",
  "3,658.60",
  "5,875.50",
  "1,974.90",
  "5,182.10",
] as const;

/** The figures that a text leaves out. */
const missingIn = (text: string): readonly string[] => FIGURES.filter((figure) => !text.includes(figure));

/** The alt texts of the pictures that a message shows. */
const altTexts = ({ payload }: Reply): readonly string[] =>
  [...JSON.stringify(payload.components).matchAll(/"description":"([^"]*)"/g)].map(([, text = ""]) => text);

async function pictureIn({ attachments }: Reply): Promise<PNG> {
  const answer = await fetch(attachments[0]?.url ?? "");
  return PNG.sync.read(Buffer.from(await answer.arrayBuffer()));
}

describe("a picture from the real studio", () => {
  beforeEach(async () => {
    bot = await startBot(discord, { assistant: shipped });
  });

  test(
    "comes into a /salary that was answered without it, with every figure in words: in its alt text and behind More",
    { timeout },
    async () => {
      const first = await discord.member("ada").uses("salary", SALARY);
      expect(first.attachments).toEqual([]);
      expect(missingIn(first.text)).toEqual(["10,566.83", "5,182.10"]);

      const later = await discord.edited(first);
      expect(later.text).toBe(first.text);
      expect(later.buttons).toEqual(first.buttons);
      expect(later.attachments.map(({ filename }) => filename)).toEqual(["chart.png"]);
      const [alt = ""] = altTexts(later);
      expect(missingIn(alt)).toEqual([]);
      expect(alt).toContain("currency not stated, January 2023");
      expect((await pictureIn(later)).width).toBe(800);

      const whole = await discord.member("ada").clicks(later, "More");
      expect(whole.ephemeral).toBe(true);
      expect(missingIn(whole.text)).toEqual([]);

      discord.passTime(LONG_AFTER);
      const again = await discord.member("grace").uses("salary", SALARY);
      expect(again.attachments).toHaveLength(1);
      expect(again.edits).toEqual([]);
    },
  );
});

interface Ink {
  readonly pictures: Pictures;
  readonly failures: readonly unknown[];
  /** Lets the drawings end, those to come too. */
  readonly finish: (error?: Error) => void;
}

/** Pictures that are drawn when the test says so. */
function slowInk(): Ink {
  const failures: unknown[] = [];
  const ending = new AbortController();
  const finished = once(ending.signal, "abort");
  const draw = async (): Promise<Picture> => {
    await finished;
    if (ending.signal.reason instanceof Error && ending.signal.reason.name !== "AbortError")
      throw ending.signal.reason;
    return Buffer.from("a picture");
  };
  const onFailure = (error: unknown): void => void failures.push(error);
  return {
    pictures: createPictures({ studio: { draw }, onFailure }),
    failures,
    finish: (error) => ending.abort(error),
  };
}

describe("a picture that takes its time", () => {
  let ink: Ink;

  beforeEach(async () => {
    ink = slowInk();
    bot = await startBot(discord, { assistant: shipped, pictures: ink.pictures });
  });

  test.each([
    ["/compare", "compare", { first: "devops", second: "devsecops" }, "8,644"],
    ["/role with the topic salary", "role", { name: "devops", topic: "salary" }, "12,169.50"],
    ["an ephemeral /salary", "salary", { ...SALARY, hide: true }, "12,169.50"],
    ["/ask", "ask", { question: "devops salary by city" }, "12,169.50"],
  ] as const)("is edited into %s", async (...[, command, values, figure]) => {
    const first = await discord.member("ada").uses(command, values);
    expect(altTexts(first)).toEqual([]);
    ink.finish();
    const later = await discord.edited(first);
    expect(altTexts(later).join("")).toContain(figure);
    expect(later.ephemeral).toBe("hide" in values);
    expect(later.text).toBe(first.text);
  });

  test("is edited into what a click shows", async () => {
    const card = await discord.member("ada").uses("role", { name: "devops" });
    const first = await discord.member("ada").chooses(card, "Show one topic whole", ["Salary"]);
    ink.finish();
    expect((await discord.edited(first)).attachments).toHaveLength(1);
    expect(discord.see(card).attachments).toEqual([]);
  });

  test.each([
    ["in a channel", { mentionBot: true }],
    ["in a direct message", "direct"],
  ] as const)("is edited into the answer to a message %s", async (_, saying) => {
    const ada = discord.member("ada");
    const question = "how much do devops engineers earn?";
    const said = saying === "direct" ? ada.directMessages(question) : ada.says(question, saying);
    const first = await discord.replyTo(await said);
    expect(first.attachments).toEqual([]);
    ink.finish();
    expect((await discord.edited(first)).attachments).toHaveLength(1);
  });

  test("that fails leaves the answer as it is, without an apology", async () => {
    const first = await discord.member("ada").uses("salary", SALARY);
    ink.finish(new Error("out of ink"));
    await expect.poll(() => ink.failures).toHaveLength(1);
    await discord.delivered();
    expect(discord.see(first)).toMatchObject({ edits: [], attachments: [] });
    expect(first.interaction?.followUps).toEqual([]);
    expect(logged(bot, "failed")).toEqual([]);
  });

  test("for an answer that was deleted meanwhile is a counted skip", async () => {
    const first = await discord.replyTo(await discord.member("ada").directMessages("rank cities by salary"));
    await discord.member("ada").deletes(first);
    ink.finish();
    await expect.poll(() => logged(bot, "skipped")).toMatchObject([{ reason: "message-gone", count: 1 }]);
    expect(logged(bot, "failed")).toEqual([]);
  });

  test("for an interaction whose token expired is a counted skip", async () => {
    await discord.member("ada").uses("salary", SALARY);
    discord.passTime(16 * 60_000);
    ink.finish();
    await expect
      .poll(() => logged(bot, "skipped"))
      .toMatchObject([{ reason: "interaction-expired", count: 1 }]);
    expect(logged(bot, "failed")).toEqual([]);
  });

  test("that Discord does not take is logged once and not apologised for", async () => {
    const first = await discord.member("ada").uses("salary", SALARY);
    discord.fail({
      method: "PATCH",
      path: "/webhooks/",
      times: 10,
      trouble: { kind: "status", status: 400 },
    });
    ink.finish();
    await expect.poll(() => logged(bot, "a picture was not added").length).toBe(1);
    expect(first.interaction?.followUps).toEqual([]);
    expect(logged(bot, "failed")).toEqual([]);
    discord.clearFaults();
  });

  test("is not made where the bot may not attach files", async () => {
    discord.deny(discord.channel("general"), "AttachFiles");
    await discord.delivered();
    const said = await discord.member("ada").says("how much do devops engineers earn?", { mentionBot: true });
    const first = await discord.replyTo(said);
    const command = await discord.member("ada").uses("salary", SALARY);
    ink.finish();
    await discord.silence(await discord.webhookSays("nothing"));
    expect([discord.see(first), discord.see(command)]).toMatchObject([{ edits: [] }, { edits: [] }]);
  });
});

test("goes when the question that it illustrated is edited into another one", { timeout }, async () => {
  bot = await startBot(discord, { assistant: shipped });
  const ada = discord.member("ada");
  const said = await ada.says("Which city pays DevOps engineers best?", { mentionBot: true });
  const first = await discord.replyTo(said);
  const drawn = await discord.edited(first);
  expect(drawn.attachments).toHaveLength(1);
  await ada.edits(said, `<@${discord.bot.id}> Is CEH worth it for DevSecOps?`);
  const anew = await discord.edited(drawn);
  expect(anew.text).toContain("Certified Ethical Hacker");
  expect(anew.attachments).toEqual([]);
});
