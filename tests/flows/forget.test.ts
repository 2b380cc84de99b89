import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../src/guilds/store.ts";
import { openStore } from "../../src/storage/open-store.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Reply } from "../support/reply.ts";
import type { Channel, Guild } from "../support/world.ts";
import { logged, startBot, type StartedBot } from "./support/bot.ts";

/** A worker that compiles its program from the sources takes its time on a busy machine. */
const timeout = 60_000;

let discord: LoopbackDiscord;
let bot: StartedBot;
/** The bot's own database, looked into from outside. */
let store: Store;
let folder: string;

const boot = async (): Promise<StartedBot> =>
  startBot(discord, { database: { kind: "sqlite", file: join(folder, "rolecall.sqlite") } });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "rolecall-"));
  discord = await startLoopbackDiscord({ messageContent: true, patience: 30_000 });
  bot = await boot();
  store = await openStore({ kind: "sqlite", file: join(folder, "rolecall.sqlite") });
});

afterEach(async () => {
  await bot.stop();
  await store.stop();
  await discord.close();
  rmSync(folder, { recursive: true });
});

const restart = async (): Promise<void> => {
  await bot.stop();
  bot = await boot();
};

const DAY = 86_400_000;
const FORGET = "settings forget-everything";
const CONFIRM = "Delete everything";
const ARTICLE = "# Blue Harbor handbook\n\nA bosun is a mentor who has finished two cohorts.\n";
const BOSUN = "What is a bosun?";
const QUESTION = "What skills does a DevSecOps engineer need?";
const MISS = "what does a data scientist earn?";

const moderator = () => discord.member("mo", { permissions: ["ManageGuild"] });

const addSecondServer = (): Guild =>
  discord.guild({ name: "Second", channels: ["general", "career-questions"] });

const general = (guild: Guild): Channel => discord.channel("general", guild);

/** Gives a server settings, a document and a counted gap. */
async function furnish(guild: Guild = discord.home): Promise<void> {
  const mo = moderator().in({ channel: general(guild) });
  await mo.uses("settings ask-channel add", { channel: general(guild) });
  await mo.uses("knowledge add", { file: { name: "handbook.md", content: ARTICLE } });
  await mo.uses("ask", { question: MISS });
  await mo.uses("gaps");
}

/** How many of a server's rows there are: settings that differ from the defaults, documents, and gaps. */
async function keptOf({ id }: Guild): Promise<readonly number[]> {
  const { settings } = await store.readState(id);
  const documents = await store.listDocuments(id);
  const gaps = await store.readGaps(id, "2000-W01");
  return [settings.askPlaces?.length ?? 0, documents.length, gaps.length];
}

const ALL = [2, 1, 1];
const NOTHING = [0, 0, 0];

const answers = async (question: string, channel = general(discord.home)): Promise<Reply> =>
  discord.member("ada").uses("ask", { question, hide: true }, { channel });

describe("/settings forget-everything", () => {
  test("asks a moderator first, and names what would be deleted", { timeout }, async () => {
    await furnish();
    const asked = await moderator().uses(FORGET);
    expect([asked.ephemeral, asked.text]).toEqual([
      true,
      "Delete all that I keep of this server: its settings, 1 document and the counts of unanswered questions? This cannot be undone; `/knowledge export` saves the documents first.",
    ]);
    expect(asked.buttons.map(({ label, style }) => `${label} (${style})`)).toEqual([
      "Delete everything (Danger)",
      "Keep everything (Secondary)",
    ]);
    expect(await keptOf(discord.home)).toEqual(ALL);
  });

  test("keeps everything when the moderator thinks better of it", { timeout }, async () => {
    await furnish();
    const asked = await moderator().uses(FORGET);
    const after = await moderator().clicks(asked, "Keep everything");
    expect([after.text, after.buttons]).toEqual(["Nothing was deleted.", []]);
    expect(await keptOf(discord.home)).toEqual(ALL);
    expect((await answers(BOSUN)).text).toContain("a mentor who has finished two cohorts");
  });

  test("deletes what is kept of that server, and nothing of another", { timeout }, async () => {
    const second = addSecondServer();
    await furnish();
    await furnish(second);
    const after = await moderator().clicks(await moderator().uses(FORGET), CONFIRM);
    expect([after.text, after.buttons]).toEqual([
      "Deleted: nothing of this server is kept any more. I go on with the default settings.",
      [],
    ]);
    expect(await keptOf(discord.home)).toEqual(NOTHING);
    expect(await keptOf(second)).toEqual(ALL);
    expect(await store.listGuilds()).toEqual([second.id]);
    expect((await answers(BOSUN, general(second))).text).toContain("a mentor who has finished two cohorts");
  });

  test(
    "is followed with the next question: old places and documents no longer hold",
    { timeout },
    async () => {
      await furnish();
      const ada = discord.member("ada");
      expect((await discord.replyTo(await ada.says(QUESTION))).text).toContain("Python");
      await moderator().clicks(await moderator().uses(FORGET), CONFIRM);
      await expect(discord.silence(await ada.says("What is a DevSecOps engineer?"))).resolves.toBeUndefined();
      expect((await answers(BOSUN)).text).not.toContain("mentor");
      await restart();
      expect((await answers(BOSUN)).text).not.toContain("mentor");
      expect(await keptOf(discord.home)).toEqual([0, 0, expect.any(Number)]);
    },
  );

  test("is refused at the click to who may not manage the server any more", { timeout }, async () => {
    await furnish();
    const asked = await moderator().uses(FORGET);
    discord.changeRole("mo", []);
    const told = await moderator().clicks(asked, CONFIRM);
    expect([told.ephemeral, told.text]).toEqual([true, "This needs the permission “Manage Server”."]);
    expect(await keptOf(discord.home)).toEqual(ALL);
  });

  test("does nothing by an id that somebody else makes up", { timeout }, async () => {
    await furnish();
    const ada = discord.member("ada");
    const told = await ada.forges(await answers(QUESTION), "r1|forget");
    expect(told.text).toMatch(/^This comes from an older version of me/);
    expect(await keptOf(discord.home)).toEqual(ALL);
  });
});

describe("a server that removes the bot", () => {
  test("is forgotten at once, and no other", { timeout }, async () => {
    const second = addSecondServer();
    await furnish();
    await furnish(second);
    discord.removeBot(second);
    await expect.poll(() => logged(bot, "forgot a server that removed the bot")).toHaveLength(1);
    expect(await keptOf(second)).toEqual(NOTHING);
    expect(await keptOf(discord.home)).toEqual(ALL);
  });

  test("is another thing than one that is away in an outage, of which all is kept", { timeout }, async () => {
    const second = addSecondServer();
    await furnish(second);
    discord.breakDown(second);
    await discord.calm();
    await restart();
    discord.restoreBot(second);
    await discord.calm();
    expect(await keptOf(second)).toEqual(ALL);
    expect((await answers(BOSUN, general(second))).text).toContain("a mentor who has finished two cohorts");
  });

  test("while the bot is off is forgotten a week later, and not before", { timeout }, async () => {
    const second = addSecondServer();
    await furnish();
    await furnish(second);
    await bot.stop();
    discord.removeBot(second);
    for (const days of [0, 3, 4]) {
      discord.passTime(days * DAY);
      // oxlint-disable-next-line no-await-in-loop
      bot = await boot();
      // oxlint-disable-next-line no-await-in-loop
      await looked();
      // oxlint-disable-next-line no-await-in-loop
      expect(await keptOf(second)).toEqual(ALL);
      // oxlint-disable-next-line no-await-in-loop
      await bot.stop();
    }
    discord.passTime(DAY);
    bot = await boot();
    await expect.poll(() => keptOf(second)).toEqual(NOTHING);
    expect(await store.listGuilds()).toEqual([discord.home.id]);
    expect(await keptOf(discord.home)).toEqual(ALL);
  });

  test(
    "and adds it again within the week keeps everything, and has a whole week the next time",
    { timeout },
    async () => {
      const second = addSecondServer();
      await furnish(second);
      await bot.stop();
      discord.removeBot(second);
      bot = await boot();
      await looked();
      discord.passTime(5 * DAY);
      discord.restoreBot(second);
      await restart();
      await looked();
      await bot.stop();
      discord.removeBot(second);
      discord.passTime(5 * DAY);
      bot = await boot();
      await looked();
      expect(await keptOf(second)).toEqual(ALL);
    },
  );
});

/** The bot has looked at which servers it is in. */
const looked = async (): Promise<void> => {
  await discord.delivered();
  await discord.calm();
};

describe("what a setting names and is deleted in Discord", () => {
  test("leaves the settings", async () => {
    const mo = moderator();
    const [asks, gaps] = [discord.addChannel({ name: "asks" }), discord.addChannel({ name: "gaps" })];
    const forum = discord.addChannel({ name: "forum", kind: "forum" });
    const role = discord.addRole({ name: "helpers", mentionable: true });
    await mo.uses("settings ask-channel add", { channel: asks });
    await mo.uses("settings ask-forum add", { forum });
    await mo.uses("settings gap-channel set", { channel: gaps });
    await mo.uses("settings helper-role set", { role });
    for (const channel of [asks, gaps, forum]) discord.deleteChannel(channel);
    discord.deleteRole(role);
    const { id: home } = discord.home;
    await expect
      .poll(async () => (await store.readState(home)).settings)
      .toMatchObject({
        askPlaces: [{ id: discord.channel("career-questions").id, kind: "channel" }],
        gapChannel: undefined,
        helperRole: undefined,
      });
  });

  test("writes nothing where no setting names it", async () => {
    const mo = moderator();
    const [kept, other] = [discord.addChannel({ name: "kept" }), discord.addChannel({ name: "other" })];
    await mo.uses("settings gap-channel set", { channel: kept });
    const before = await store.readState(discord.home.id);
    discord.deleteChannel(other);
    discord.deleteRole(discord.addRole({ name: "old" }));
    await discord.calm();
    expect(await store.readState(discord.home.id)).toEqual(before);
  });

  test("leaves a server without an ask channel rather than with those of the operator's names", async () => {
    const mo = moderator();
    const asks = discord.addChannel({ name: "asks" });
    await mo.uses("settings ask-channel add", { channel: asks });
    await mo.uses("settings ask-channel remove", { channel: discord.channel("career-questions") });
    discord.deleteChannel(asks);
    await expect.poll(async () => (await store.readState(discord.home.id)).settings.askPlaces).toEqual([]);
    const said = await discord.member("ada").says(QUESTION, { channel: "career-questions" });
    await expect(discord.silence(said)).resolves.toBeUndefined();
  });
});
