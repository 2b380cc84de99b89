import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { loadConfig } from "../../src/config.ts";
import { inviteLink, NEEDED } from "../../src/discord/permissions.ts";
import { freshDay } from "../support/fresh-day.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Member } from "../support/member.ts";
import type { PermissionName } from "../support/permissions.ts";
import type { Channel, Guild } from "../support/world.ts";
import { logged, startBot, type StartedBot } from "./support/bot.ts";

/** A worker that compiles its program from the sources takes its time on a busy machine. */
const TIMEOUT = 120_000;
const MINUTE = 60_000;

const QUESTION = "How do I become a DevSecOps engineer?";
const MISS = "what does a data scientist earn?";
const SALARY = { role: "DevOps engineer" };
const SOURCE = /^-# Source: /mu;

const ALL = NEEDED.map(([permission]) => permission);

let discord: LoopbackDiscord;
let bot: StartedBot;

beforeAll(async () => {
  discord = await startLoopbackDiscord({ messageContent: true, patience: 30_000 });
  bot = await startBot(discord, { app: await createApp({ ...loadConfig({}), today: freshDay }) });
  await discord.commandsRegistered();
}, TIMEOUT);

// The loopback Discord refuses what the bot may not do; closing it fails then.
afterAll(async () => {
  await bot.stop();
  await discord.close();
}, TIMEOUT);

// Nobody asks faster than members may.
beforeEach(() => discord.passTime(2 * MINUTE));

interface Place {
  readonly guild: Guild;
  readonly hall: Channel;
  readonly ada: Member;
  readonly mara: Member;
}

/** A server that gives the bot these permissions and no others. */
async function serverThatGives(permissions: readonly PermissionName[]): Promise<Place> {
  const guild = discord.guild({
    name: "Careful",
    channels: ["hall", "lobby", "gaps", { name: "posts", kind: "forum" }],
  });
  discord.changeRole("@everyone", ["UseApplicationCommands"], guild);
  discord.changeRole(discord.bot.username, permissions, guild);
  await discord.delivered();
  const hall = discord.channel("hall", guild);
  const mara = discord.member("mara", { permissions: ["ManageGuild"] }).in({ channel: hall });
  return { guild, hall, mara, ada: discord.member("ada").in({ channel: hall }) };
}

const answersInThreads = async ({ mara }: Place): Promise<void> =>
  void (await mara.uses("/settings reply-style", { style: "thread" }));

describe("The link that invites the bot", () => {
  test("is logged at the start, with the application and the permissions that are needed", () => {
    const [entry] = logged(bot, "invite");
    expect(entry).toEqual({ level: "info", link: inviteLink(discord.bot.id), msg: "invite" });
  });

  test("is the one of the instructions", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    expect(readme).toContain(`\n   ${inviteLink("APPLICATION_ID")}\n`);
  });

  test("asks for no permission over members, roles, channels or the messages of others", () => {
    expect(
      ALL.filter((name) => /^(?:Manage|Kick|Ban|Moderate|Mute|Deafen|Move|Admin|Mention)/.test(name)),
    ).toEqual([]);
  });
});

describe("In a server that gives exactly these permissions", () => {
  test(
    "commands, mentions, replies and buttons work, and pay comes with its chart",
    { timeout: TIMEOUT },
    async () => {
      const { ada } = await serverThatGives(ALL);
      expect((await ada.uses("ask", { question: QUESTION })).text).toMatch(SOURCE);
      const salary = await ada.uses("salary", SALARY);
      expect((await discord.edited(salary)).attachments).toHaveLength(1);
      const mention = await discord.replyTo(
        await ada.says("is CEH worth it for devsecops?", { mentionBot: true }),
      );
      expect([mention.text, mention.repliesTo]).toEqual([expect.stringMatching(SOURCE), expect.anything()]);
      const followUp = await discord.replyTo(
        await ada.says("and what does a devops engineer earn?", { replyTo: mention }),
      );
      expect(followUp.text).toMatch(SOURCE);
      expect((await ada.clicks(mention, "Dismiss")).deleted).toBe(true);
      const said = await discord.member("ben").says(QUESTION, { channel: (await serverThatGives(ALL)).hall });
      await ada.clicks(await ada.opensMenu("Find an answer", said), "Post publicly");
      expect(discord.answersTo(said)[0]?.text).toMatch(SOURCE);
    },
  );

  test("ask channels, ask forums, threads, gap channels and helpers work", { timeout: TIMEOUT }, async () => {
    const place = await serverThatGives(ALL);
    const { guild, hall, ada, mara } = place;
    await mara.uses("/settings ask-channel add", { channel: hall });
    const forum = discord.channel("posts", guild);
    await mara.uses("/settings ask-forum add", { forum });
    expect((await discord.replyTo(await ada.says(QUESTION))).text).toMatch(SOURCE);
    expect(
      (await discord.replyTo(await ada.posts({ title: QUESTION, text: "Tell me.", forum }))).text,
    ).toMatch(SOURCE);
    await answersInThreads(place);
    const asked = await ada.says("Is CEH worth it for DevSecOps?", { mentionBot: true });
    expect((await discord.replyTo(asked)).channelId).toBe(discord.threadOf(asked)?.id);
    const role = discord.addRole({ name: "helpers", mentionable: true }, guild);
    discord.allowPing(role);
    const gaps = discord.channel("gaps", guild);
    await mara.uses("/settings gap-channel set", { channel: gaps });
    await mara.uses("/settings helper-role set", { role });
    const refusal = await ada.uses("ask", { question: MISS });
    // The bot remembers a question once its answer is out.
    await discord.calm();
    await ada.clicks(refusal, "Share with the moderators");
    expect(discord.messagesIn(gaps).map(({ text }) => text)).toEqual([expect.stringContaining(MISS)]);
    await ada.clicks(refusal, "Ask a human");
    expect(discord.messagesIn(hall).flatMap(({ pinged }) => pinged)).toContain(role.id);
  });

  test("the bot says hello where it is added", { timeout: TIMEOUT }, async () => {
    const guild = discord.guild({ name: "New", channels: ["lobby"], systemChannel: "lobby" });
    const lobby = discord.channel("lobby", guild);
    await discord.until(() => discord.messagesIn(lobby).length > 0, "the bot did not say hello");
    expect(discord.messagesIn(lobby)).toHaveLength(1);
  });
});

/** What becomes of the bot in a server that takes a permission away. */
const OUTCOMES: Readonly<Record<string, (place: Place) => Promise<void>>> = {
  "ViewChannel leaves commands": async ({ ada }) => {
    await discord.silence(await ada.says(QUESTION, { mentionBot: true }));
    expect((await ada.uses("ask", { question: QUESTION })).text).toMatch(SOURCE);
  },
  "SendMessages leaves commands, and the silence is counted": async ({ ada, hall }) => {
    await discord.silence(await ada.says(QUESTION, { mentionBot: true }));
    expect(logged(bot, "skipped").at(-1)).toMatchObject({ reason: "missing-permission", channelId: hall.id });
    expect((await ada.uses("ask", { question: QUESTION })).text).toMatch(SOURCE);
  },
  "SendMessagesInThreads answers below the question instead": async (place) => {
    await answersInThreads(place);
    const asked = await place.ada.says(QUESTION, { mentionBot: true });
    expect((await discord.replyTo(asked)).channelId).toBe(place.hall.id);
  },
  "CreatePublicThreads answers below the question instead": async (place) => {
    await answersInThreads(place);
    const asked = await place.ada.says(QUESTION, { mentionBot: true });
    expect((await discord.replyTo(asked)).channelId).toBe(place.hall.id);
  },
  "ReadMessageHistory answers without a reference": async ({ ada }) => {
    const answer = await discord.replyTo(await ada.says(QUESTION, { mentionBot: true }));
    expect([answer.text, answer.repliesTo]).toEqual([expect.stringMatching(SOURCE), undefined]);
  },
  "AttachFiles answers without a chart": async ({ ada }) => {
    const salary = await ada.uses("salary", SALARY);
    await discord.calm();
    const { text, attachments } = discord.see(salary);
    expect([text, attachments]).toEqual([expect.stringMatching(SOURCE), []]);
  },
};

describe("A server that withholds", () => {
  test.each(Object.keys(OUTCOMES))("%s", { timeout: TIMEOUT }, async (outcome) => {
    const place = await serverThatGives(ALL.filter((name) => !outcome.startsWith(`${name} `)));
    await expect(OUTCOMES[outcome]?.(place)).resolves.toBeUndefined();
  });

  test("any needed permission has an outcome here", () => {
    expect(Object.keys(OUTCOMES).map((outcome) => outcome.split(" ")[0])).toEqual(ALL);
  });
});
