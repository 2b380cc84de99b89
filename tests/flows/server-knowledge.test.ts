import { afterEach, beforeEach, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type StartedBot } from "./support/bot.ts";

const TIMEOUT = 60_000;

let discord: LoopbackDiscord;
let bot: StartedBot;

beforeEach(async () => {
  discord = await startLoopbackDiscord({ messageContent: true, patience: 30_000 });
  bot = await startBot(discord);
}, TIMEOUT);

afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const ARTICLE = `# Blue Harbor Academy handbook

Blue Harbor Academy is a part-time school for people who change careers.

## Levels

A deckhand is a learner in the first twelve weeks. Deckhands work in pairs and ship one small project each week.

A bosun is a mentor who has finished two cohorts. Bosuns review projects and run the Friday clinic.

## The Harbor Pilot certificate

The Harbor Pilot certificate (HPC) is our own certificate for cloud operations. It has a practical exam of four hours.

| Exam | Fee | Retake after |
|---|---|---|
| HPC Foundation | $120 | 14 days |
| HPC Expert | $310 | 30 days |

## Refunds

You get your tuition back until the end of the second week.
`;

test("look", { timeout: TIMEOUT }, async () => {
  await discord.commandsRegistered();
  const ada = discord.member("ada", { permissions: ["ManageGuild"] });
  const ben = discord.member("ben");
  const show = (label: string, reply: unknown): void => {
    process.stdout.write(`\n=== ${label}\n${JSON.stringify(reply, null, 1).slice(0, 2600)}\n`);
  };
  const text = async (label: string, coming: Promise<{ readonly text: string }>): Promise<void> => {
    const reply = await coming;
    process.stdout.write(`\n=== ${label}\n${reply.text}\n`);
  };
  await text("settings", ada.uses("/settings show"));
  await text("add channel", ada.uses("/settings ask-channel add", { channel: discord.channel("general") }));
  await text("add", ada.uses("/knowledge add", { file: { name: "handbook.md", content: ARTICLE } }));
  for (const q of [
    "How much is the HPC Expert exam?",
    "what is a bosun",
    "can I get my money back",
    "What does a deckhand do?",
    "how long is the harbor pilot exam",
    "when can i retake HPC foundation",
    "what is blue harbor academy",
    "what does a bosun earn",
  ])
    await text(q, ben.uses("/ask", { question: q }));
  await text("list", ada.uses("/knowledge list"));
  await text("show", ada.uses("/knowledge show", { document: "blue-harbor-academy-handbook" }));
  await text("status", ada.uses("/status"));
  await text("gaps", ada.uses("/gaps"));
  const removed = await ada.uses("/knowledge remove", { document: "blue-harbor-academy-handbook" });
  await text("removed", Promise.resolve(removed));
  await text("after", ben.uses("/ask", { question: "What is a bosun at all?" }));
  expect(bot.entries.filter(({ level }) => level === "error")).toEqual([]);
  show("log", bot.entries.slice(-5));
});
