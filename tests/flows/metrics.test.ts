import { afterEach, beforeEach, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type StartedBot } from "./support/bot.ts";
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

const NAME = /^\w+/;

/** The samples of a metric, without those of the process. */
async function samples(name: string): Promise<readonly string[]> {
  // An answer is counted when it is sent.
  await discord.calm();
  const lines = (await bot.metrics()).split("\n");
  return lines.filter((line) => NAME.exec(line)?.[0] === `rolecall_${name}`);
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
  expect(await samples("first_response_seconds_count")).toEqual([
    'rolecall_first_response_seconds_count{surface="command"} 1',
  ]);
  expect(await samples("first_response_seconds_bucket")).toContain(
    'rolecall_first_response_seconds_bucket{le="3",surface="command"} 1',
  );
});

test("a silence is counted with its reason", async () => {
  const general = discord.channel("general");
  discord.deny(general, "SendMessages");
  const said = await discord.member("ada").says(QUESTION, { channel: general, mentionBot: true });
  await discord.silence(said);
  expect(await samples("skipped_total")).toEqual(['rolecall_skipped_total{reason="missing-permission"} 1']);
});

test("a refusal is counted with its reason", async () => {
  await discord.member("ada").uses("ask", { question: "what does a data scientist earn?" });
  expect(await samples("refusals_total")).toEqual(['rolecall_refusals_total{reason="entity-not-covered"} 1']);
});

test("the time of each look for an answer is told, also where the bot then stays silent", async () => {
  const ada = discord.member("ada");
  await ada.uses("ask", { question: QUESTION });
  await discord.silence(await ada.says("lovely weather today, no?", { channel: "career-questions" }));
  expect(await samples("retrieval_seconds_count")).toEqual(["rolecall_retrieval_seconds_count 2"]);
});

test("what a moderator uploads is counted by what came of it, and a server's engine with what it holds", async () => {
  const { mara, ben } = newServer(discord);
  await add(mara, file());
  await add(mara, file("", "empty.md"));
  await ask(ben);
  expect(await samples("uploads_total")).toEqual([
    'rolecall_uploads_total{outcome="kept"} 1',
    'rolecall_uploads_total{outcome="unreadable"} 1',
  ]);
  expect(await samples("engine_build_seconds_count")).toEqual([
    'rolecall_engine_build_seconds_count{outcome="built"} 1',
  ]);
  const lookups = await samples("cache_lookups_total");
  expect(lookups).toContain('rolecall_cache_lookups_total{cache="engines",outcome="miss"} 1');
  expect(lookups).toContainEqual(expect.stringMatching(/\{cache="engines",outcome="hit"\} [1-9]/));
  expect(lookups).toContainEqual(expect.stringMatching(/\{cache="settings",outcome="hit"\} [1-9]/));
  expect(await samples("engines")).toEqual(["rolecall_engines 1"]);
  expect(await samples("engine_bytes")).toEqual([expect.stringMatching(/ 40\d{4}$/)]);
  expect(await samples("engine_limit_bytes")).toEqual(["rolecall_engine_limit_bytes 96000000"]);
});

test("a question that was asked before is counted as answered from memory", async () => {
  const question = "Which skills are in the chart of DevSecOps, please?";
  for (const name of ["ada", "ben"]) {
    const member = discord.member(name);
    await member.uses("ask", { question }, { channel: member.dm });
  }
  const lookups = await samples("cache_lookups_total");
  expect(lookups).toContain('rolecall_cache_lookups_total{cache="replies",outcome="miss"} 1');
  expect(lookups).toContain('rolecall_cache_lookups_total{cache="replies",outcome="hit"} 1');
});

test("errors that an alert waits for are there before the first one", async () => {
  expect(await samples("rest_errors_total")).toEqual([
    'rolecall_rest_errors_total{status="401"} 0',
    'rolecall_rest_errors_total{status="403"} 0',
    'rolecall_rest_errors_total{status="429"} 0',
  ]);
  expect(await samples("database_errors_total")).toContain(
    'rolecall_database_errors_total{kind="unreachable"} 0',
  );
});

test("no metric holds a word, a member or a server", async () => {
  const ada = discord.member("ada");
  await ada.uses("ask", { question: `${QUESTION} quokka` });
  const text = await bot.metrics();
  for (const secret of ["quokka", ada.id, discord.home.id, "ada"]) expect(text).not.toContain(secret);
});
