import { afterEach, beforeEach, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "./loopback-discord.ts";
import { button, row, startSampleBot } from "./sample-bot.ts";
import type { Client } from "discord.js";

let discord: LoopbackDiscord;
let bot: Client | undefined;

beforeEach(async () => {
  discord = await startLoopbackDiscord();
});

afterEach(async () => {
  await bot?.destroy();
  await discord.close();
});

test("the real discord.js logs in and answers a slash command, a button and a message", async () => {
  const client = await startSampleBot(discord, {
    async onInteraction(interaction) {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({
          content: `You asked: ${interaction.options.getString("question")}`,
          components: [row(button("More", "more"))],
        });
      }
      if (interaction.isButton()) await interaction.update({ content: "More it is", components: [] });
      if (interaction.isAutocomplete()) await interaction.respond([{ name: "One", value: "1" }]);
    },
    onMessage: (message) => message.reply(`You said: ${message.content}`),
  });
  bot = client;
  await client.application.commands.set([
    {
      name: "ask",
      description: "Ask a question",
      options: [
        {
          type: 3,
          name: "question",
          description: "What you want to know",
          required: true,
          autocomplete: true,
        },
      ],
    },
  ]);
  const ada = discord.member("ada");
  const reply = await ada.uses("ask", { question: "why?" });
  expect(reply.text).toBe("You asked: why?");
  expect(await ada.types("ask", "question", "w")).toEqual([{ name: "One", value: "1" }]);
  const after = await ada.clicks(reply, "More");
  expect(after).toMatchObject({ text: "More it is", edits: ["You asked: why?"], buttons: [] });
  const said = await ada.says("hello", { mentionBot: true });
  expect((await discord.replyTo(said)).text).toContain("hello");
});
