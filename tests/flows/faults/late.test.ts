import { describe, expect, test } from "vitest";
import { logged, samples } from "../support/bot.ts";
import { begin, QUESTION } from "../support/stage.ts";

const CEH = { name: "CEH" };
const MESSAGES = { method: "POST", path: /\/channels\/\d+\/messages$/ } as const;
const WAIT = { kind: "rate-limit", retryAfter: 0.3, isGlobal: false } as const;

/** Milliseconds until Discord takes no answer any more; https://docs.discord.com/developers/interactions/receiving-and-responding. */
const IN_TIME = { callbackLimit: 3_000 };

/** What is counted where one answer is lost, and nothing failed. */
const lost = (reason: string): readonly string[] => [
  `skipped_total{reason="${reason}"} 1`,
  "failures_total 0",
];

describe.concurrent("an interaction", () => {
  test("that three seconds have passed for is a loss without a failure", async (context) => {
    const { discord, bot } = await begin(context, IN_TIME);
    const reply = discord.member("ada").uses("cert", CEH);
    discord.passTime(3_001);
    await expect(reply).rejects.toThrow("The application did not respond: its callback came too late");
    await discord.calm();
    expect(logged(bot, "skipped")).toEqual([
      {
        level: "info",
        reason: "interaction-expired",
        count: 1,
        guildId: discord.home.id,
        channelId: discord.channel("general").id,
        msg: "skipped",
      },
    ]);
    expect(await samples(bot, "skipped", "failures", "answers")).toEqual(lost("interaction-expired"));
  });

  test("that completes an option is one too", async (context) => {
    const { discord, bot } = await begin(context, IN_TIME);
    const choices = discord.member("ada").types("role", "name", "dev");
    discord.passTime(3_001);
    await expect(choices).rejects.toThrow("too late");
    await discord.calm();
    expect(await samples(bot, "skipped", "failures")).toEqual(lost("interaction-expired"));
  });

  test("that was answered although Discord's answer got lost is not answered twice", async (context) => {
    const { discord, bot } = await begin(context);
    discord.fail({ path: "/callback", trouble: { kind: "lost-answer" } });
    const reply = await discord.member("ada").uses("cert", CEH);
    expect(reply.text).toContain("CEH is advised");
    await discord.calm();
    expect(await samples(bot, "skipped", "failures")).toEqual(lost("already-acknowledged"));
  });

  test.for([
    ["hangs", { kind: "hang" }],
    ["fails", { kind: "status", status: 500 }],
  ] as const)(
    "that repeats another is answered anew where Discord %s when asked for the first answer",
    async ([, trouble], context) => {
      const { discord, bot } = await begin(context);
      const first = await discord.member("ada").uses("cert", CEH);
      await expect.poll(() => logged(bot, "answered").length).toBe(1);
      discord.fail({ method: "GET", path: "/webhooks", times: 4, trouble });
      const again = await discord.member("ben").uses("cert", CEH);
      expect([again.ephemeral, again.text]).toEqual([false, first.text]);
    },
  );

  test("whose token expires before its message is edited ends nothing but itself", async (context) => {
    const { discord, bot } = await begin(context);
    const mo = discord.member("mo", { permissions: ["ManageGuild"] });
    const asked = await mo.uses("settings forget-everything");
    discord.fail({ method: "PATCH", path: "/webhooks", trouble: WAIT });
    mo.clicks(asked, "Delete everything").catch(() => undefined);
    await discord.until(
      () => discord.requests.some(({ path, status }) => path.startsWith("/webhooks") && status === 429),
      "the message was not edited",
    );
    discord.passTime(900_001);
    await discord.until(() => logged(bot, "skipped").length > 0, "the loss was not counted");
    expect(await samples(bot, "skipped", "failures", 'rest_errors_total{status="401"}')).toEqual([
      ...lost("interaction-expired"),
      'rest_errors_total{status="401"} 1',
    ]);
    // The token of the bot itself is another.
    expect(bot.ends).toEqual([]);
    const said = await discord.member("ada").says(QUESTION, { mentionBot: true });
    expect((await discord.replyTo(said)).text).toContain("Python, Jenkins and patience.");
  });
});

describe.concurrent("an answer that is on its way", () => {
  test("to a message that is deleted meanwhile goes with it", async (context) => {
    const { discord, bot } = await begin(context);
    discord.fail({ ...MESSAGES, trouble: WAIT });
    const ada = discord.member("ada");
    const said = await ada.says(QUESTION, { mentionBot: true });
    await discord.until(
      () => discord.requests.some(({ status }) => status === 429),
      "nothing was on its way",
    );
    await ada.deletes(said);
    await discord.until(
      () => discord.requests.some(({ method, status }) => method === "DELETE" && status === 204),
      "the answer stays",
    );
    expect(discord.messagesIn(discord.channel("general"))).toEqual([]);
    expect(await samples(bot, "failures")).toEqual(["failures_total 0"]);
  });

  test("to a message whose deletion nobody tells of refers to nothing", async (context) => {
    const { discord } = await begin(context);
    const ada = discord.member("ada");
    const said = await ada.says(QUESTION, { mentionBot: true });
    await ada.deletes(said);
    await discord.until(
      () => discord.requests.some(({ method, path }) => method === "POST" && path.endsWith("/messages")),
      "no answer",
    );
    await discord.calm();
    expect(discord.answersTo(said)).toEqual([]);
  });

  test("to a channel that is deleted meanwhile is lost, which is counted", async (context) => {
    const { discord, bot } = await begin(context);
    discord.fail({ ...MESSAGES, trouble: WAIT });
    const channel = discord.channel("general");
    await discord.member("ada").says(QUESTION, { channel, mentionBot: true });
    await discord.until(
      () => discord.requests.some(({ status }) => status === 429),
      "nothing was on its way",
    );
    discord.deleteChannel(channel);
    await discord.until(() => logged(bot, "skipped").length > 0, "the loss was not counted");
    expect(await samples(bot, "skipped", "failures")).toEqual(lost("channel-gone"));
  });
});
