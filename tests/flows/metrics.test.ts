import { afterEach, beforeEach, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type StartedBot } from "./support/bot.ts";

let discord: LoopbackDiscord;
let bot: StartedBot;

beforeEach(async () => {
  discord = await startLoopbackDiscord({ messageContent: true });
  bot = await startBot(discord);
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
});

/** The samples of a metric, without those of the process. */
async function samples(name: string): Promise<readonly string[]> {
  // An answer is counted when it is sent.
  await discord.calm();
  const lines = (await bot.metrics()).split("\n");
  return lines.filter((line) => line.startsWith(`rolecall_${name}`));
}

const QUESTION = "What skills does a DevSecOps engineer need?";

test("answers are counted by how they were asked for and what they came to", async () => {
  const ada = discord.member("ada");
  await ada.uses("ask", { question: QUESTION });
  await ada.uses("ask", { question: "what does a data scientist earn?", hide: true });
  const said = await ada.says("What is a DevSecOps engineer?", { mentionBot: true });
  await discord.replyTo(said);
  expect(await samples("answers_total")).toEqual([
    'rolecall_answers_total{surface="command",outcome="answer"} 1',
    'rolecall_answers_total{surface="command",outcome="refusal"} 1',
    'rolecall_answers_total{surface="message",outcome="answer"} 1',
  ]);
});

test("the time to the first response is told for each surface, and is less than Discord waits", async () => {
  await discord.member("ada").uses("ask", { question: QUESTION });
  const times = await samples("first_response_seconds");
  expect(times).toContain('rolecall_first_response_seconds_count{surface="command"} 1');
  expect(times).toContain('rolecall_first_response_seconds_bucket{le="3",surface="command"} 1');
});

test("a silence is counted with its reason", async () => {
  const general = discord.channel("general");
  discord.deny(general, "SendMessages");
  const said = await discord.member("ada").says(QUESTION, { channel: general, mentionBot: true });
  await discord.silence(said);
  expect(await samples("skipped_total")).toEqual(['rolecall_skipped_total{reason="missing-permission"} 1']);
});

test("no metric holds a word, a member or a server", async () => {
  const ada = discord.member("ada");
  await ada.uses("ask", { question: `${QUESTION} quokka` });
  const text = await bot.metrics();
  for (const secret of ["quokka", ada.id, discord.home.id, "ada"]) expect(text).not.toContain(secret);
});
