import { describe, expect, test } from "vitest";
import type { LoopbackDiscord } from "../../support/loopback-discord.ts";
import type { Channel } from "../../support/world.ts";
import { logged, samples } from "../support/bot.ts";
import { run, START_TIMEOUT } from "../support/program.ts";
import { readReply } from "../support/read-reply.ts";
import { ANSWER, answersOnce, begin, joinDiscord, openDiscord, QUESTION } from "../support/stage.ts";

const CEH = { name: "CEH" };
const MESSAGES = { method: "POST", path: /\/channels\/\d+\/messages$/ } as const;
const CALLBACK = { method: "POST", path: "/callback" } as const;
const FORBIDDEN = { kind: "status", status: 403, code: 50013 } as const;

/** https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
const INVALID: readonly (number | undefined)[] = [401, 403, 429];
const invalidRequests = ({ requests }: LoopbackDiscord): number =>
  requests.filter(({ status }) => INVALID.includes(status)).length;

const sends = ({ requests }: LoopbackDiscord): number =>
  requests.filter(({ method, path }) => method === "POST" && MESSAGES.path.test(path)).length;

describe.concurrent("a rate limit", () => {
  test.for([
    ["of a route", false, "route"],
    ["of the whole bot", true, "global"],
  ] as const)(
    "%s delays the answers to messages, loses none and is not run into again",
    async ([, isGlobal, scope], context) => {
      const { discord, bot } = await begin(context);
      discord.fail({ ...MESSAGES, trouble: { kind: "rate-limit", retryAfter: 0.2, isGlobal } });
      const said = [
        await discord.member("ada").directMessages(QUESTION),
        await discord.member("ben").directMessages(QUESTION),
      ];
      for (const each of said) expect((await discord.replyTo(each)).text).toContain(ANSWER);
      await discord.calm();
      expect(said.map((each) => discord.answersTo(each).length)).toEqual([1, 1]);
      expect(invalidRequests(discord)).toBe(1);
      expect(await samples(bot, "rest_", "failures")).toEqual([
        "failures_total 0",
        'rest_errors_total{status="429"} 1',
        `rest_rate_limited_total{scope="${scope}"} 1`,
      ]);
    },
  );

  test("delays the answer to a command", async (context) => {
    const { discord } = await begin(context);
    discord.fail({ ...CALLBACK, trouble: { kind: "rate-limit", retryAfter: 0.2, isGlobal: false } });
    expect((await discord.member("ada").uses("cert", CEH)).text).toContain("CEH is advised");
  });

  test("of an hour loses the answer, which is counted, and asks Discord once", async (context) => {
    const { discord, bot } = await begin(context);
    discord.fail({ ...MESSAGES, trouble: { kind: "rate-limit", retryAfter: 3_600, isGlobal: false } });
    await discord.member("ada").directMessages(QUESTION);
    await discord.until(() => logged(bot, "skipped").length > 0, "the loss was not counted");
    expect(sends(discord)).toBe(1);
    expect(await samples(bot, "skipped", "failures")).toEqual([
      'skipped_total{reason="rate-limited"} 1',
      "failures_total 0",
    ]);
  });

  test("that does not end is not run into a hundred times", async (context) => {
    const { discord, bot } = await begin(context);
    const trouble = { kind: "rate-limit", retryAfter: 0.001, isGlobal: false } as const;
    discord.fail({ ...MESSAGES, times: 1_000, trouble });
    await Promise.all(
      Array.from({ length: 20 }, (_, number) => discord.member(`member ${number}`).directMessages(QUESTION)),
    );
    await discord.until(() => logged(bot, "skipped").length === 20, "the losses were not counted");
    expect(invalidRequests(discord)).toBeLessThan(100);
    expect(await samples(bot, "skipped")).toEqual(['skipped_total{reason="held-back"} 20']);
    expect((await discord.member("ada").uses("cert", CEH)).text).toContain("CEH is advised");
  });
});

describe.concurrent("a token that is revoked while the bot runs", () => {
  test("is told to the operator once, and used no more", async (context) => {
    const { discord, bot } = await begin(context);
    discord.revokeToken();
    await discord.member("ada").directMessages(QUESTION);
    await discord.until(() => bot.ends.length > 0, "the operator was told nothing");
    await discord.member("ben").directMessages(QUESTION);
    await discord.calm();
    expect(bot.ends.map(({ message }) => message)).toEqual([
      "Discord refuses DISCORD_TOKEN: take a new one from the Bot page of https://discord.com/developers/applications.",
    ]);
    expect(invalidRequests(discord)).toBe(1);
    expect(await samples(bot, "rest_errors", "failures")).toEqual([
      "failures_total 2",
      'rest_errors_total{status="401"} 1',
    ]);
  });

  test("ends the program with one line and code 78", { timeout: START_TIMEOUT }, async (context) => {
    const discord = await openDiscord(context, { patience: START_TIMEOUT });
    const { started, ended } = run({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.restUrl,
    });
    context.onTestFinished(() => void started.kill("SIGKILL"));
    await discord.ready();
    await discord.commandsRegistered();
    discord.revokeToken();
    await discord.member("ada").directMessages(QUESTION);
    const { code, stderr } = await ended;
    expect(code).toBe(78);
    expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/^Discord refuses DISCORD_TOKEN/);
    expect(stderr).not.toContain(discord.token);
  });
});

const ask = async (discord: LoopbackDiscord, channel: Channel, name = "ada"): Promise<void> => {
  await discord.member(name).says(QUESTION, { channel, mentionBot: true });
  await discord.calm();
};

describe.concurrent("a channel that refuses what the bot was told it may", () => {
  test("is left alone for ten minutes, each silence is counted, and other channels are answered", async (context) => {
    const { discord, bot } = await begin(context);
    const [hall, court] = ["hall", "court"].map((name) => discord.addChannel({ name }));
    if (!hall || !court) throw new Error("there are no channels");
    discord.fail({ ...MESSAGES, trouble: FORBIDDEN });
    for (let count = 0; count < 4; count += 1) await ask(discord, hall);
    expect(sends(discord)).toBe(1);
    expect(await samples(bot, "skipped", "rest_errors", "failures")).toEqual([
      'skipped_total{reason="missing-permission"} 1',
      'skipped_total{reason="held-back"} 3',
      "failures_total 0",
      'rest_errors_total{status="403"} 1',
    ]);
    await ask(discord, court);
    expect(discord.messagesIn(court)).toHaveLength(2);
    discord.passTime(600_000);
    await ask(discord, hall);
    expect(discord.messagesIn(hall).at(-1)?.text).toContain(ANSWER);
  });

  test("and is one of many costs fewer than a hundred refusals, and no command", async (context) => {
    const { discord, bot } = await begin(context);
    discord.fail({ ...MESSAGES, times: 1_000, trouble: FORBIDDEN });
    const channels = Array.from({ length: 150 }, (_, number) =>
      discord.addChannel({ name: `hall-${number}` }),
    );
    await Promise.all(
      channels.map((channel, number) =>
        discord.member(`member ${number}`).says(QUESTION, { channel, mentionBot: true }),
      ),
    );
    await discord.until(() => logged(bot, "skipped").length === 150, "the losses were not counted");
    expect(invalidRequests(discord)).toBeGreaterThanOrEqual(50);
    expect(invalidRequests(discord)).toBeLessThan(100);
    expect((await discord.member("ada").uses("cert", CEH)).text).toContain("CEH is advised");
  });

  test("is named to the member who wants an answer posted there", async (context) => {
    const { discord } = await begin(context);
    const said = await discord.member("ada").says(QUESTION);
    const ben = discord.member("ben");
    const preview = await ben.opensMenu("Find an answer", said);
    discord.fail({ ...MESSAGES, trouble: FORBIDDEN });
    const after = await ben.clicks(preview, "Post publicly");
    expect(readReply(after)).toBe(
      "(only you see this)\nI may not write in this channel, so I cannot post that there.",
    );
  });
});

test("a channel that Discord does not know costs its answer, which is counted", async (context) => {
  const { discord, bot } = await begin(context);
  discord.fail({ ...MESSAGES, trouble: { kind: "status", status: 404, code: 10003 } });
  await ask(discord, discord.channel("general"));
  expect(await samples(bot, "skipped", "rest_errors", "failures")).toEqual([
    'skipped_total{reason="channel-gone"} 1',
    "failures_total 0",
    'rest_errors_total{status="404"} 1',
  ]);
});

describe.concurrent("a burst of server errors", () => {
  const ERROR = { kind: "status", status: 502 } as const;

  test("that ends is not noticed by who asked", async (context) => {
    const stage = await begin(context);
    stage.discord.fail({ ...MESSAGES, times: 3, trouble: ERROR });
    await answersOnce(stage);
    expect(await samples(stage.bot, "rest_errors", "failures")).toEqual([
      "failures_total 0",
      'rest_errors_total{status="502"} 3',
    ]);
  });

  test("that outlasts the attempts costs a command its answer, and the member is told", async (context) => {
    const { discord, bot } = await begin(context);
    discord.fail({ ...CALLBACK, times: 4, trouble: ERROR });
    const reply = await discord.member("ada").uses("cert", CEH);
    expect(readReply(reply)).toMatch(/^\(only you see this\)\nSomething went wrong on my side\./);
    await discord.calm();
    expect(logged(bot, "failed")).toMatchObject([{ isTold: true, err: { status: 502 } }]);
    expect(await samples(bot, "rest_errors", "failures")).toEqual([
      "failures_total 1",
      'rest_errors_total{status="502"} 4',
    ]);
  });
});

test("a command's answer that hangs is sent again while it can be in time", async (context) => {
  const discord = await openDiscord(context);
  await joinDiscord(context, discord, { waits: { callback: 500, request: 20_000, guilds: 100 } });
  discord.fail({ ...CALLBACK, trouble: { kind: "hang" } });
  const asked = performance.now();
  expect((await discord.member("ada").uses("cert", CEH)).text).toContain("CEH is advised");
  expect(performance.now() - asked).toBeLessThan(10_000);
});

test("a greeting whose answer gets lost is sent once", async (context) => {
  const { discord, bot } = await begin(context);
  discord.fail({ ...MESSAGES, trouble: { kind: "lost-answer" } });
  const guild = discord.guild({ name: "New", channels: ["hall"], systemChannel: "hall" });
  await discord.until(() => logged(bot, "said hello").length > 0, "the bot did not say hello");
  expect(discord.messagesIn(discord.channel("hall", guild))).toHaveLength(1);
});

describe.concurrent("a connection that", () => {
  const WAITS = { callback: 600, request: 600, guilds: 100 };

  test.for([
    ["hangs", { kind: "hang" }],
    ["is reset", { kind: "reset" }],
    ["is closed", { kind: "close" }],
    ["loses the answer", { kind: "lost-answer" }],
    ["answers too late", { kind: "slow", milliseconds: 1_300 }],
  ] as const)("%s costs no answer, and brings none twice", async ([, trouble], context) => {
    const discord = await openDiscord(context);
    const stage = { discord, bot: await joinDiscord(context, discord, { waits: WAITS }) };
    discord.fail({ ...MESSAGES, trouble });
    await answersOnce(stage);
    discord.fail({ ...CALLBACK, trouble });
    const reply = await discord.member("ada").uses("cert", CEH);
    expect(reply.text).toContain("CEH is advised");
    await discord.calm();
    expect(discord.messagesIn(discord.channel("general"))).toHaveLength(1);
    expect(await samples(stage.bot, "failures")).toEqual(["failures_total 0"]);
  });
});
