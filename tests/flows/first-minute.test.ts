import { afterEach, beforeEach, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { loadConfig } from "../../src/config.ts";
import { freshDay } from "../support/fresh-day.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type StartedBot } from "./support/bot.ts";

const TIMEOUT = 60_000;
const SOURCE = /^-# Source: .+ — .+, \w+ \d{4}$/mu;

let discord: LoopbackDiscord;
let bot: StartedBot;

beforeEach(async () => {
  discord = await startLoopbackDiscord({ messageContent: true, patience: 30_000 });
  bot = await startBot(discord, { app: await createApp({ ...loadConfig({}), today: freshDay }) });
}, TIMEOUT);

afterEach(async () => {
  await bot.stop();
  await discord.close();
});

test(
  "who has never seen the bot adds it and, within a minute, uses all it has",
  { timeout: TIMEOUT },
  async () => {
    const guild = discord.guild({
      name: "Newcomers",
      channels: ["lobby", "career-questions"],
      systemChannel: "lobby",
    });
    const lobby = discord.channel("lobby", guild);
    const ada = discord.member("ada").in({ channel: lobby });
    const ben = discord.member("ben");
    await discord.until(() => discord.messagesIn(lobby).length > 0, "the bot did not say hello");

    // Four ways to ask.
    const command = await ada.uses("ask", { question: "Do I need a degree for DevSecOps?" });
    const mention = await discord.replyTo(
      await ada.says("what does a devops engineer do all day?", { mentionBot: true }),
    );
    const direct = await discord.replyTo(await ada.directMessages("is CEH worth it for devsecops?"));
    const channel = discord.channel("career-questions", guild);
    const unasked = await discord.replyTo(
      await ada.says("How do I become a DevSecOps engineer?", { channel }),
    );
    for (const { text } of [command, mention, direct, unasked]) expect(text).toMatch(SOURCE);

    // One is aimed at a friend, one hidden, one removed.
    const aimed = await ada.uses("role", { name: "devsecops", to: ben });
    expect(aimed.text).toContain(`Suggested for ${ben.mention}`);
    expect((await ada.uses("cert", { name: "CEH", hide: true })).ephemeral).toBe(true);
    expect((await ada.clicks(command, "Dismiss")).deleted).toBe(true);

    // One is followed up.
    const followUp = await discord.replyTo(await ada.says("and the salary?", { replyTo: mention }));
    expect(followUp.text).toMatch(/\d{2,3},\d{3}/);

    // A chart is looked at, and a message of a friend is answered.
    const salary = await ada.uses("salary", { role: "devops" });
    expect((await discord.edited(salary)).attachments.map(({ filename }) => filename)).toEqual(["chart.png"]);
    const said = await ben.says("anyone know which tools devsecops engineers use?", { channel: lobby });
    const preview = await ada.opensMenu("Find an answer", said);
    await ada.clicks(preview, "Post publicly");
    expect(discord.answersTo(said)[0]?.text).toMatch(SOURCE);
  },
);
