import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Reply } from "../support/reply.ts";
import type { Said } from "../support/said.ts";
import { logged, startBot, type StartedBot } from "./support/bot.ts";
import { readReply, readWords } from "./support/read-reply.ts";

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

const MENU = "Find an answer";
const TEXT = "hey all, what skills does a devsecops engineer need? thanks!";
const SKILLS =
  "Python, Jenkins and patience.\n-# Source: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, June 2022";

/** What Ben sees who looks for an answer to Ada's message. */
async function previewed(text = TEXT): Promise<{ said: Said; preview: Reply }> {
  const said = await discord.member("ada").says(text);
  return { said, preview: await discord.member("ben").opensMenu(MENU, said) };
}

const inChannel = (said: Said): readonly Reply[] => discord.answersTo(said);

const labels = ({ buttons }: Reply): readonly string[] => buttons.map(({ label }) => label);

describe("Find an answer", () => {
  test("shows the answer to a message to who looked for it, and to nobody else", async () => {
    const { said, preview } = await previewed();
    expect(readWords(preview)).toBe(`(only you see this)\n${SKILLS}`);
    expect(labels(preview)).toEqual(["Post publicly", "Not this"]);
    expect(inChannel(said)).toEqual([]);
  });

  test("is honest about a message that no section answers", async () => {
    const { preview } = await previewed("what does a data scientist earn?");
    expect(preview.text).toContain("The documents say nothing on data scientists.");
    expect(labels(preview)).not.toContain("Post publicly");
  });

  test("says so when a message has no words", async () => {
    const said = await discord.member("ada").says("", { files: [{ name: "cat.txt", content: "cat" }] });
    const preview = await discord.member("ben").opensMenu(MENU, said);
    expect(readReply(preview)).toBe("(only you see this)\nThis message has no text that I could look up.");
  });

  test("understands a message that goes on from an answer of the bot", async () => {
    const ada = discord.member("ada");
    const role = await discord.replyTo(await ada.says("What is a DevSecOps engineer?", { mentionBot: true }));
    const said = await ada.says("and the skills?", { replyTo: role });
    await discord.replyTo(said);
    expect((await discord.member("ben").opensMenu(MENU, said)).text).toContain("Python, Jenkins");
  });
});

describe("Post publicly", () => {
  test("posts the preview as a reply that names who posted it and pings nobody, once", async () => {
    const { said, preview } = await previewed();
    const ben = discord.member("ben");
    const after = await ben.clicks(preview, "Post publicly");
    expect(readReply(after)).toBe("(only you see this)\nPosted.");
    const [posted, ...more] = inChannel(said);
    expect(more).toEqual([]);
    expect(posted?.repliesTo).toBe(said.messageId);
    expect(posted?.text).toBe(`-# Posted by <@${ben.id}>\n${SKILLS}`);
    expect(posted?.payload.mentions).toEqual([]);
    expect(posted && labels(posted)).toEqual(["Helpful", "Not helpful", "Dismiss"]);
  });

  test("works after a restart", async () => {
    const { said, preview } = await previewed();
    await bot.stop();
    bot = await startBot(discord);
    await discord.member("ben").clicks(preview, "Post publicly");
    expect(inChannel(said)).toHaveLength(1);
  });

  test("posts once, however often it is clicked at a time", async () => {
    const { said, preview } = await previewed();
    const ben = discord.member("ben");
    await Promise.all([ben.clicks(preview, "Post publicly"), ben.clicksStale(preview, "Post publicly")]);
    expect(inChannel(said)).toHaveLength(1);
  });

  test("is removed by who posted it, not by who had asked", async () => {
    const { said, preview } = await previewed();
    await discord.member("ben").clicks(preview, "Post publicly");
    const [posted] = inChannel(said);
    if (!posted) throw new Error("nothing was posted");
    await discord.member("ada").clicks(posted, "Dismiss");
    expect(discord.see(posted).deleted).toBe(false);
    expect((await discord.member("ben").clicks(posted, "Dismiss")).deleted).toBe(true);
  });

  test("tells privately where the bot may not write, and tries nothing", async () => {
    discord.deny(discord.channel("general"), "SendMessages");
    const { said, preview } = await previewed();
    await discord.delivered();
    expect(readReply(await discord.member("ben").clicks(preview, "Post publicly"))).toBe(
      "(only you see this)\nI may not write in this channel, so I cannot post that there.",
    );
    expect(inChannel(said)).toEqual([]);
  });

  test("stands alone when the message was deleted meanwhile", async () => {
    const { said, preview } = await previewed();
    await discord.member("ada").deletes(said);
    await discord.member("ben").clicks(preview, "Post publicly");
    await expect.poll(() => logged(bot, "posted an answer")).toHaveLength(1);
  });
});

describe("Not this", () => {
  test("offers the nearest other answers, each of which can be previewed and posted", async () => {
    const { said, preview } = await previewed();
    const ben = discord.member("ben");
    const others = await ben.clicks(preview, "Not this");
    expect(others.text).toBe("Which of these answers it better?");
    const [first] = others.selects[0]?.options ?? [];
    const other = await ben.chooses(others, "Choose one", [first?.label ?? ""]);
    expect(other.text).toContain("-# Source: [");
    expect(other.text).not.toContain("Python, Jenkins and patience.");
    await ben.clicks(other, "Post publicly");
    expect(inChannel(said)[0]?.text).toBe(`-# Posted by <@${ben.id}>\n${other.text}`);
  });

  test("works after a restart, and goes back to what was shown before", async () => {
    const { preview } = await previewed();
    const ben = discord.member("ben");
    const others = await ben.clicks(preview, "Not this");
    await bot.stop();
    bot = await startBot(discord);
    const [first, second] = others.selects[0]?.options ?? [];
    const other = await ben.chooses(others, "Choose one", [first?.label ?? ""]);
    const again = await ben.clicks(other, "Not this");
    expect(again.selects[0]?.options.map(({ label }) => label)).toContain(second?.label);
  });
});

describe("where the bot is not a member", () => {
  test.each([true, false])(
    "a member's own installation previews and posts; with external apps allowed %s everything stays valid",
    async (allowsExternalApps) => {
      const guild = discord.guild({
        name: "Elsewhere",
        channels: ["lobby"],
        hasBot: false,
        allowsExternalApps,
      });
      const channel = discord.channel("lobby", guild);
      const said = await discord.member("ada").says(TEXT, { channel });
      const ben = discord.member("ben");
      const preview = await ben.opensMenu(MENU, said, { channel });
      expect(preview.text).toContain("Python, Jenkins and patience.");
      const posted = await ben.clicks(preview, "Post publicly");
      expect(posted.ephemeral).toBe(!allowsExternalApps);
      expect(posted.text).toContain(
        `-# Posted by <@${ben.id}> in answer to https://discord.com/channels/${guild.id}/${channel.id}/${said.messageId}`,
      );
      expect(posted.text).toContain("Python, Jenkins and patience.");
      expect((await ben.clicks(posted, "Dismiss")).deleted).toBe(true);
    },
  );

  test("a private channel of two members works too", async () => {
    const [ada, ben] = [discord.member("ada"), discord.member("ben")];
    const channel = ada.privateChannelWith(ben);
    const said = await ada.says(TEXT, { channel });
    const preview = await ben.opensMenu(MENU, said, { channel });
    const posted = await ben.clicks(preview, "Post publicly");
    expect(posted.text).toContain(`https://discord.com/channels/@me/${channel.id}/${said.messageId}`);
  });
});
