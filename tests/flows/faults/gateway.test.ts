import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DiscordRefusal } from "../../../src/discord/discord-refusal.ts";
import type { LoopbackDiscord } from "../../support/loopback-discord.ts";
import { MachineClock } from "../../support/machine-clock.ts";
import { samples, startBot } from "../support/bot.ts";
import {
  ANSWER,
  answersOnce,
  begin,
  joinDiscord,
  openDiscord,
  QUESTION,
  type Stage,
} from "../support/stage.ts";

let machine: MachineClock;
beforeAll(() => {
  machine = new MachineClock();
});
afterAll(() => machine.restore());

const GATEWAY = ["gateway_reconnects_total", "gateway_sessions_lost_total", "failures_total"] as const;
const countedAs = (reconnects: number, lost: number): readonly string[] => [
  "failures_total 0",
  `gateway_reconnects_total ${reconnects}`,
  `gateway_sessions_lost_total ${lost}`,
];

const RESUMED = { resumes: 1, identifies: 1, counted: countedAs(1, 0) };

async function survive(stage: Stage, close: () => void): Promise<typeof RESUMED> {
  const { discord, bot } = stage;
  close();
  const said = await discord.member("ada").directMessages(QUESTION);
  expect((await discord.replyTo(said)).text).toContain(ANSWER);
  await answersOnce(stage);
  expect(discord.answersTo(said)).toHaveLength(1);
  const { resumes, identifies } = discord;
  return { resumes, identifies: identifies.length, counted: await samples(bot, ...GATEWAY) };
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
const CLOSED = "a connection that Discord closes";

describe.concurrent(`${CLOSED} is taken up again, and what was said meanwhile is answered`, () => {
  test.for([
    ["because it restarts", 1001],
    ["for an unknown error", 4000],
    ["for an unknown opcode", 4001],
    ["for a payload that it cannot read", 4002],
    ["because the session timed out", 4009],
    ["for a reason that is not documented", 4999],
  ] as const)("%s (%i)", async ([, code], context) => {
    const stage = await begin(context);
    expect(await survive(stage, () => stage.discord.closeConnection(code))).toEqual(RESUMED);
  });

  test("without a word (1006)", async (context) => {
    const stage = await begin(context);
    expect(await survive(stage, () => stage.discord.dropConnection())).toEqual(RESUMED);
  });
});

/** Milliseconds after which a shard may identify anew; https://docs.discord.com/developers/events/gateway#rate-limiting. */
const IDENTIFY_PAUSE = 6_000;

async function openAnew(stage: Stage, end: () => void): Promise<readonly string[]> {
  const { discord, bot } = stage;
  machine.jump(IDENTIFY_PAUSE);
  end();
  await discord.until(() => discord.identifies.length === 2, "the bot did not identify again");
  await discord.until(() => bot.presence().ready === 1, "the shard did not become ready");
  await answersOnce(stage);
  expect(discord.resumes).toBe(0);
  return await samples(bot, ...GATEWAY);
}

describe.concurrent(`${CLOSED} is opened anew, and the loss of what was said meanwhile is counted`, () => {
  test.for([
    ["in good order", 1000],
    ["because the bot was not identified", 4003],
    ["because the bot identified twice", 4005],
    ["for a wrong sequence number", 4007],
    ["because the bot sent too much", 4008],
  ] as const)("%s (%i)", async ([, code], context) => {
    const stage = await begin(context);
    const counted = await openAnew(stage, () => stage.discord.closeConnection(code));
    expect(counted).toEqual(countedAs(1, 1));
  });

  test("after a time that no session outlives (4009)", async (context) => {
    const stage = await begin(context);
    const counted = await openAnew(stage, () => {
      stage.discord.closeConnection(4009);
      stage.discord.forgetSessions();
    });
    // The first connection tried to take the session up.
    expect(counted).toEqual(countedAs(2, 1));
  });

  test("with a session that is declared invalid", async (context) => {
    const stage = await begin(context);
    const counted = await openAnew(stage, () => stage.discord.invalidateSessions());
    expect(counted).toEqual(countedAs(1, 1));
  });
});

const REFUSED_TOKEN =
  "Discord refuses DISCORD_TOKEN: take a new one from the Bot page of https://discord.com/developers/applications.";
const MORE_SHARDS =
  "Discord demands more shards, for the bot is in too many servers for so few: leave SHARDS and SHARD_COUNT out, and Rolecall takes as many as Discord recommends at each start, or give all processes a higher SHARD_COUNT.";

describe.concurrent(`${CLOSED} for good`, () => {
  test.for([
    [4004, REFUSED_TOKEN],
    [
      4010,
      "Discord knows no such shard: give SHARDS and SHARD_COUNT the same values in every process of this bot, with shards numbered from 0, or leave both out.",
    ],
    [4011, MORE_SHARDS],
    [
      4012,
      "Discord no longer serves the version of its API that this version of Rolecall speaks: start a newer one.",
    ],
    [
      4013,
      "Discord no longer knows one of the intents that this version of Rolecall asks for: start a newer one.",
    ],
    [
      4014,
      "Discord refuses the Message Content intent since its switch was turned off: start Rolecall again, and it does without, or turn the switch on at https://discord.com/developers/applications.",
    ],
  ] as const)(
    "with %i is not opened again, and the operator reads what to mend",
    async ([code, message], context) => {
      const { discord, bot } = await begin(context);
      discord.closeConnection(code);
      await discord.until(() => bot.ends.length > 0, "the operator was told nothing");
      expect(bot.ends.map((error) => error.message)).toEqual([message]);
      expect(bot.presence().ready).toBe(0);
      expect(await samples(bot, ...GATEWAY)).toEqual(countedAs(0, 0));
    },
  );

  test.for([
    [4004, REFUSED_TOKEN],
    [4011, MORE_SHARDS],
  ] as const)(
    "with %i while the bot starts ends the start with the same line",
    async ([code, message], context) => {
      const discord = await openDiscord(context);
      discord.gatewayFaults.turnsAwayWith = code;
      const refusal = await startBot(discord).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(refusal).toBeInstanceOf(DiscordRefusal);
      expect(refusal).toHaveProperty("message", message);
    },
  );
});

describe.concurrent("a session", () => {
  test("whose heartbeats are acknowledged no more is taken up on another connection", async (context) => {
    const stage = await begin(context, { heartbeatInterval: 400 });
    const { discord, bot } = stage;
    discord.gatewayFaults.acknowledges = false;
    await discord.until(() => bot.presence().ready === 0, "the bot did not give the connection up");
    discord.gatewayFaults.acknowledges = true;
    await discord.until(() => discord.resumes > 0, "the session was not resumed");
    await answersOnce(stage);
    // A busy machine may be late with another heartbeat, and take the session up once more.
    expect(await samples(bot, ...GATEWAY)).toEqual(countedAs(discord.resumes, 0));
  });

  test("that is declared invalid but can be resumed is resumed on the same connection", async (context) => {
    const stage = await begin(context);
    const { discord, bot } = stage;
    discord.sendFrame({ op: 9, d: true });
    await discord.until(() => discord.resumes === 1, "the session was not resumed");
    await answersOnce(stage);
    expect(await samples(bot, ...GATEWAY)).toEqual(countedAs(0, 0));
  });

  test("that brings everything once more when it is resumed gets no second answer", async (context) => {
    const { discord, bot } = await begin(context);
    const ada = discord.member("ada");
    const hall = discord.channel(
      "hall",
      discord.guild({ name: "New", channels: ["hall"], systemChannel: "hall" }),
    );
    const said = await ada.says(QUESTION, { mentionBot: true });
    await discord.replyTo(said);
    await ada.uses("cert", { name: "CEH" });
    await discord.calm();
    const before = writes(discord);
    discord.gatewayFaults.overlap = 1_000;
    discord.dropConnection();
    await discord.until(() => discord.resumes === 1, "the session was not resumed");
    await discord.calm();
    expect(writes(discord)).toEqual(before);
    expect(discord.answersTo(said)).toHaveLength(1);
    expect(discord.messagesIn(hall)).toHaveLength(1);
    expect(await samples(bot, "skipped_total", "answers_total")).toEqual([
      'answers_total{surface="message",outcome="answer"} 1',
      'answers_total{surface="command",outcome="answer"} 1',
      'skipped_total{reason="delivered-twice"} 1',
    ]);
  });
});

const writes = ({ requests }: LoopbackDiscord): readonly string[] =>
  requests.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`);

describe.concurrent("a server", () => {
  test("that is away when the bot starts is answered when it is back, and not welcomed again", async (context) => {
    const discord = await openDiscord(context);
    const away = discord.guild({ name: "Away", channels: ["hall"], systemChannel: "hall" });
    discord.breakDown(away);
    const bot = await joinDiscord(context, discord);
    await discord.until(() => bot.presence().ready === 1, "the bot waits for the server");
    expect(bot.presence().guilds).toBe(2);
    discord.restoreBot(away);
    await discord.calm();
    const hall = discord.channel("hall", away);
    expect(discord.messagesIn(hall)).toEqual([]);
    const said = await discord.member("ada").says(QUESTION, { mentionBot: true, channel: hall });
    expect((await discord.replyTo(said)).text).toContain(ANSWER);
  });

  test("that removes the bot while its session is lost is in the bot's care no more", async (context) => {
    const stage = await begin(context);
    const { discord, bot } = stage;
    const left = discord.guild({ name: "Left", channels: ["hall"] });
    await discord.delivered();
    expect(bot.presence().guilds).toBe(2);
    machine.jump(IDENTIFY_PAUSE);
    discord.invalidateSessions();
    discord.removeBot(left);
    await discord.until(() => discord.identifies.length === 2, "the bot did not identify again");
    await discord.until(() => bot.presence().ready === 1, "the shard did not become ready");
    expect(bot.presence().guilds).toBe(1);
    await answersOnce(stage);
  });
});
