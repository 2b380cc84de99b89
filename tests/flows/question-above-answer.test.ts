import { afterEach, beforeEach, expect, test } from "vitest";
import { renderAnswerPage } from "../../src/discord/answer-page.ts";
import { readPage } from "../discord/support/read-page.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { assistant, startBot, type StartedBot } from "./support/bot.ts";

let discord: LoopbackDiscord;
let bot: StartedBot;

beforeEach(async () => {
  discord = await startLoopbackDiscord();
  bot = await startBot(discord);
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const QUESTION = "what is a devsecops engineer?";

const visible = (text: string): string => text.replaceAll("\u200b", "[ZWSP]");

async function linesAbove(
  values: Readonly<Record<string, string | boolean>>,
  command = "ask",
): Promise<string[]> {
  const { text } = await discord.member("ada").uses(command, values);
  const lines = visible(text).split("\n");
  return lines.slice(
    0,
    lines.findIndex((line) => /DevSecOps engineer builds|The documents say|###/.test(line)),
  );
}

test("others read the question of /ask above its answer, which Discord does not show them", async () => {
  expect(await linesAbove({ question: QUESTION })).toEqual([`-# “${QUESTION}”`]);
});

test("a question that no section answers is repeated too", async () => {
  expect(await linesAbove({ question: "what does a data scientist earn?" })).toEqual([
    "-# “what does a data scientist earn?”",
  ]);
});

test("for another member it stands below the line that says for whom", () => {
  const invocation = { command: "ask", values: { question: QUESTION } };
  const asked = { asker: "1", isPrivate: false, invocation, lead: "Suggested for <@2>" };
  const page = readPage(renderAnswerPage(assistant.ask(QUESTION), asked, assistant));
  expect(page.split("\n").slice(0, 2)).toEqual(["Suggested for <@2>", `-# “${QUESTION}”`]);
});

test("who asks in private knows the question", async () => {
  expect(await linesAbove({ question: QUESTION, hide: true })).toEqual([]);
});

test("of another command the answer's own title says what was asked", async () => {
  expect(await linesAbove({ name: "devsecops" }, "role")).toEqual([]);
});

test("a long question is repeated by its beginning, on one line", async () => {
  const question = `${QUESTION} I ask because\nmy cousin says that it is about security, and that nobody ever told him what one does there all day`;
  expect(await linesAbove({ question })).toEqual([
    "-# “what is a devsecops engineer? I ask because my cousin says that it is about security, and that nobody ever told him …”",
  ]);
});

test("it pings nobody, links nowhere and looks like no source", async () => {
  const question = `${QUESTION} @everyone <@1> [x](https://evil.example) **b**`;
  expect(await linesAbove({ question })).toEqual([
    `-# “${QUESTION} @[ZWSP]everyone <[ZWSP]@1> \\[x\\](https:[ZWSP]//evil.example) \\*\\*b\\*\\*”`,
  ]);
});
