import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../../support/loopback-discord.ts";
import { MachineClock } from "../../support/machine-clock.ts";
import { samples, startBot, type StartedBot } from "../support/bot.ts";
import { ANSWER, QUESTION } from "../support/stage.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let machine: MachineClock;
let discord: LoopbackDiscord;
let bot: StartedBot;

beforeEach(async () => {
  machine = new MachineClock();
  discord = await startLoopbackDiscord({ messageContent: true, patience: 20_000 });
  bot = await startBot(discord, { usesMachineClock: true });
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
  machine.restore();
});

const CEH = { name: "CEH" };

describe.each([
  ["put forward a day", DAY],
  ["put back an hour", -HOUR],
])("a clock that is %s", (_, jump) => {
  test("keeps nobody waiting for longer, and lets nobody ask more", async () => {
    const ada = discord.member("ada");
    for (let count = 0; count < 15; count += 1) await ada.uses("cert", CEH);
    machine.jump(jump);
    const refused = await ada.uses("cert", CEH);
    expect(refused.text).toMatch(/in (?:20|1?\d) seconds?/);
    discord.passTime(60_001);
    expect((await ada.uses("cert", CEH)).text).toContain("CEH is advised");
  });

  test("makes no answer old, and keeps no old one", async () => {
    const general = discord.channel("general");
    const first = await discord.member("ada").says(QUESTION, { mentionBot: true });
    await discord.replyTo(first);
    await discord.calm();
    machine.jump(jump);
    const second = await discord.member("ben").says(QUESTION, { mentionBot: true });
    expect((await discord.replyTo(second)).text).toContain("That was answered");
    discord.passTime(60_001);
    const third = await discord.member("eve").says(QUESTION, { mentionBot: true });
    expect((await discord.replyTo(third)).text).toContain(ANSWER);
    expect(discord.messagesIn(general)).toHaveLength(6);
  });

  test("counts a vote once", async () => {
    const reply = await discord.member("ada").uses("ask", { question: QUESTION });
    const ben = discord.member("ben");
    const [helpful = ""] = reply.buttons
      .map(({ label }) => label)
      .filter((label) => label.includes("Helpful"));
    const thanks = await ben.clicks(reply, helpful);
    machine.jump(jump);
    expect((await ben.clicks(reply, helpful)).text).not.toBe(thanks.text);
  });

  test("leaves a question that is put better its new answer", async () => {
    const ada = discord.member("ada");
    const said = await ada.says("What is a DevSecOps engineer?", { mentionBot: true });
    const reply = await discord.replyTo(said);
    await discord.calm();
    machine.jump(jump);
    await ada.edits(said, `<@${discord.bot.id}> ${QUESTION}`);
    expect((await discord.edited(reply)).text).toContain(ANSWER);
  });

  test("holds up no answer", async () => {
    await discord.replyTo(await discord.member("ada").directMessages(QUESTION));
    machine.jump(jump);
    const members = ["ben", "eve", "ida", "joe", "kim", "lea"].map((name) => discord.member(name));
    const said = await Promise.all(
      members.flatMap((member) => Array.from({ length: 10 }, () => member.directMessages(QUESTION))),
    );
    for (const each of said) expect((await discord.replyTo(each)).text).toContain(ANSWER);
    expect(await samples(bot, "skipped", "failures")).toEqual(["failures_total 0"]);
  });
});
