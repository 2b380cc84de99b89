import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { logged, startBot, type StartedBot } from "./support/bot.ts";
import { add, ask, file, newServer } from "./support/server-documents.ts";

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

const QUESTION = "What skills does a DevSecOps engineer need?";
const MISS = "what does a data scientist earn?";

/** The lines of the answers so far, without their milliseconds. */
async function answers(): Promise<readonly Readonly<Record<string, unknown>>[]> {
  await discord.calm();
  return logged(bot, "answered").map(({ ms, level, msg, ...rest }) => {
    expect(ms).toBeGreaterThan(0);
    expect([level, msg]).toEqual(["info", "answered"]);
    return rest;
  });
}

describe("an answer is one line of the log", () => {
  test("for a command, with the snippets that it shows", async () => {
    await discord.member("ada").uses("ask", { question: QUESTION });
    const [{ snippets, ...line } = {}, ...others] = await answers();
    expect(line).toEqual({
      surface: "command",
      guildId: discord.home.id,
      command: "ask",
      outcome: "answer",
    });
    expect(snippets).toEqual(["pipeline-careers/3"]);
    expect(others).toEqual([]);
  });

  test("for a refusal, with its reason", async () => {
    await discord.member("ada").uses("ask", { question: MISS });
    expect(await answers()).toEqual([
      {
        surface: "command",
        guildId: discord.home.id,
        command: "ask",
        outcome: "refusal",
        reason: "entity-not-covered",
      },
    ]);
  });

  test("for a message, a direct message, and the same question once more", async () => {
    const ada = discord.member("ada");
    for (const where of [{}, {}, { channel: ada.dm }]) {
      // One after the other, as a member would.
      // oxlint-disable-next-line no-await-in-loop
      await discord.replyTo(await ada.says(`<@${discord.bot.id}> ${QUESTION}`, where));
      // oxlint-disable-next-line no-await-in-loop
      await discord.calm();
    }
    expect(await answers()).toMatchObject([
      { surface: "message", guildId: discord.home.id, outcome: "answer" },
      { surface: "message", guildId: discord.home.id, outcome: "earlier-answer" },
      { surface: "message", guildId: null, outcome: "answer" },
    ]);
  });

  test("for an edit, a menu and a click", async () => {
    const ada = discord.member("ada");
    const said = await ada.says(`<@${discord.bot.id}> ${MISS}`);
    const refusal = await discord.replyTo(said);
    await discord.calm();
    await ada.edits(said, `<@${discord.bot.id}> ${QUESTION}`);
    await discord.edited(refusal);
    await ada.opensMenu("Find an answer", said);
    const role = await ada.uses("role", { name: "DevSecOps engineer" });
    const [select] = role.selects;
    const option = select?.options[0]?.value ?? "";
    await ada.chooses(role, select?.customId ?? "", [option]);
    expect(await answers()).toMatchObject([
      { surface: "message", outcome: "refusal" },
      { surface: "edit", outcome: "answer" },
      { surface: "menu", outcome: "answer" },
      { surface: "command", command: "role", outcome: "answer" },
      { surface: "click", command: "role", outcome: "answer" },
    ]);
  });

  test("for a server's own documents, with their own ids of snippets", async () => {
    const { mara, ben } = newServer(discord);
    await add(mara, file());
    await ask(ben);
    expect((await answers())[0]?.["snippets"]).toEqual([expect.stringMatching(/^server\/lantern-rules/)]);
  });

  test("and a silence is none", async () => {
    await discord.silence(await discord.member("ada").says("nice day", { channel: "career-questions" }));
    expect(await answers()).toEqual([]);
  });
});
