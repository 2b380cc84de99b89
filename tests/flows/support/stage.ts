import { expect, type TestContext } from "vitest";
import {
  startLoopbackDiscord,
  type LoopbackDiscord,
  type LoopbackOptions,
} from "../../support/loopback-discord.ts";
import { startBot, type BotOptions, type StartedBot } from "./bot.ts";

export const QUESTION = "What skills does a DevSecOps engineer need?";
export const ANSWER = "Python, Jenkins and patience.";

/** Milliseconds: many bots may run at the same time, on a machine that is busy. */
const PATIENCE = 25_000;

/** What a test needs of its context; tests that run at the same time share nothing else. */
type Context = Pick<TestContext, "onTestFinished">;

export interface Stage {
  readonly discord: LoopbackDiscord;
  readonly bot: StartedBot;
}

/** A Discord of a test's own. */
export async function openDiscord(
  { onTestFinished }: Context,
  options: LoopbackOptions = {},
): Promise<LoopbackDiscord> {
  const discord = await startLoopbackDiscord({
    messageContent: true,
    patience: PATIENCE,
    callbackLimit: PATIENCE,
    // One that comes while a test asks for another looks like a connection that is gone.
    heartbeatInterval: 600_000,
    ...options,
  });
  onTestFinished(() => discord.close());
  return discord;
}

/** A bot of a test's own. */
export async function joinDiscord(
  context: Context,
  discord: LoopbackDiscord,
  options: BotOptions = {},
): Promise<StartedBot> {
  const waits = { callback: 20_000, request: 20_000, guilds: 100 };
  const bot = await startBot(discord, { waits, ...options });
  context.onTestFinished(() => bot.stop());
  await discord.commandsRegistered();
  return bot;
}

/** Both of them. */
export async function begin(context: Context, options?: LoopbackOptions): Promise<Stage> {
  const discord = await openDiscord(context, options);
  return { discord, bot: await joinDiscord(context, discord) };
}

/** What is asked now is answered, and once. */
export async function answersOnce({ discord }: Stage): Promise<void> {
  const said = await discord.member("ben").directMessages(QUESTION);
  expect((await discord.replyTo(said)).text).toContain(ANSWER);
  await discord.calm();
  expect(discord.answersTo(said)).toHaveLength(1);
}
