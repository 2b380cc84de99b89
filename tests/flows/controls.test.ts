import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { answersBy, logged, startBot, type StartedBot } from "./support/bot.ts";
import { readReply, readWords } from "./support/read-reply.ts";

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

const SKILLS = { question: "What skills does a DevSecOps engineer need?" };
const OUTDATED =
  "(only you see this)\nThis comes from an older version of me, so I cannot tell what it should do. Ask again with `/ask` or `/help`.";

const restart = async (): Promise<void> => {
  await bot.stop();
  bot = await startBot(discord);
};

/** Whom the last request with a message lets Discord notify. */
const lastPinged = (): unknown =>
  discord.requests
    .map(({ body }) => JSON.stringify(body) ?? "")
    .filter((body) => body.includes("allowed_mentions"))
    .map((body) => /"users":(\[[^\]]*\])/.exec(body)?.[1] ?? "nobody")
    .at(-1);

describe("an aimed answer", () => {
  test("names the member it is for, and notifies only them", async () => {
    const ben = discord.member("ben");
    const reply = await discord.member("ada").uses("ask", { ...SKILLS, to: ben });
    expect(reply.ephemeral).toBe(false);
    expect(reply.text).toContain(`Suggested for <@${ben.id}>`);
    expect(reply.text).toContain("Python, Jenkins and patience.");
    expect(lastPinged()).toBe(`["${ben.id}"]`);
  });

  test("that is hidden is shown to its asker alone and notifies nobody", async () => {
    const reply = await discord
      .member("ada")
      .uses("ask", { ...SKILLS, to: discord.member("ben"), hide: true });
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).not.toContain("Suggested for");
    expect(lastPinged()).toBe("nobody");
  });

  test("that misses goes to its asker alone: a miss is nothing to point others to", async () => {
    const miss = { question: "what does a data scientist earn?", to: discord.member("ben") };
    const reply = await discord.member("ada").uses("ask", miss);
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).toContain("The documents say nothing on data scientists.");
  });

  test.each(["role", "skills", "salary", "path", "cert", "compare", "topics", "sources", "help"])(
    "/%s takes a member too",
    async (name) => {
      const command = discord.registeredCommands.find((each) => each["name"] === name);
      expect(JSON.stringify(command?.["options"])).toContain('"type":6,"name":"to"');
    },
  );
});

describe("Dismiss", () => {
  test("removes the answer for the member who asked, after a restart too", async () => {
    const reply = await discord.member("ada").uses("ask", SKILLS);
    await restart();
    expect((await discord.member("ada").clicks(reply, "Dismiss")).deleted).toBe(true);
  });

  test("removes it for a member who manages messages", async () => {
    const moderator = discord.member("moderator", { permissions: ["ManageMessages"] });
    const reply = await discord.member("ada").uses("ask", SKILLS);
    expect((await moderator.clicks(reply, "Dismiss")).deleted).toBe(true);
  });

  test("tells everybody else privately that it is not for them", async () => {
    const reply = await discord.member("ada").uses("ask", SKILLS);
    expect(readReply(await discord.member("ben").clicks(reply, "Dismiss"))).toBe(
      "(only you see this)\nOnly the member who asked, or a moderator, can use this button.",
    );
    expect(discord.see(reply).deleted).toBe(false);
  });

  test("stands below an answer to a message, for its author", async () => {
    const said = await discord.member("ada").says(SKILLS.question, { mentionBot: true });
    const reply = await discord.replyTo(said);
    await discord.member("ben").clicks(reply, "Dismiss");
    expect(discord.see(reply).deleted).toBe(false);
    expect((await discord.member("ada").clicks(reply, "Dismiss")).deleted).toBe(true);
  });

  test("works in direct messages and where the bot is installed by members alone", async () => {
    const ada = discord.member("ada");
    const channel = ada.privateChannelWith(discord.member("ben"));
    const inPrivate = await ada.uses("ask", SKILLS, { channel });
    expect((await ada.clicks(inPrivate, "Dismiss")).deleted).toBe(true);
    const direct = await discord.replyTo(await ada.directMessages(SKILLS.question));
    expect((await ada.clicks(direct, "Dismiss")).deleted).toBe(true);
  });

  test("is not below what only its asker sees: Discord has its own way to remove that", async () => {
    const reply = await discord.member("ada").uses("ask", { ...SKILLS, hide: true });
    expect(reply.buttons.map(({ label }) => label)).not.toContain("Dismiss");
  });
});

describe("votes", () => {
  test("are counted for each snippet of the answer, once for each member", async () => {
    const reply = await discord.member("ada").uses("ask", SKILLS);
    const texts = [];
    for (const name of ["ben", "ben", "cid"])
      texts.push(readReply(await discord.member(name).clicks(reply, "Helpful")).split("\n")[1]);
    expect(texts).toEqual(["Thanks, counted.", "You said so already; it is counted.", "Thanks, counted."]);
    const counts = logged(bot, "counted a vote").map(
      ({ counts: [count] = [] }: { counts?: unknown[] }) => count,
    );
    expect(counts).toMatchObject([
      { helpful: 1, unhelpful: 0 },
      { helpful: 2, unhelpful: 0 },
    ]);
  });

  test("of a member who changes their mind move", async () => {
    const reply = await discord.member("ada").uses("ask", SKILLS);
    await discord.member("ben").clicks(reply, "Helpful");
    await discord.member("ben").clicks(reply, "Not helpful");
    expect(logged(bot, "counted a vote").at(-1)).toMatchObject({ counts: [{ helpful: 0, unhelpful: 1 }] });
  });

  test("against an answer may name what was wrong, after a restart too", async () => {
    const reply = await discord.member("ada").uses("ask", SKILLS);
    const asked = await discord.member("ben").clicks(reply, "Not helpful");
    expect(asked.text).toBe("Thanks, counted. What was wrong? You may leave it at that.");
    await restart();
    const noted = await discord.member("ben").chooses(asked, "Choose one", ["Out of date"]);
    expect(readReply(noted)).toBe("(only you see this)\nNoted: out of date. Thanks.");
    expect(logged(bot, "noted what was wrong")).toMatchObject([{ fault: "out-of-date" }]);
  });

  test("never change what is answered", async () => {
    const reply = await discord.member("ada").uses("ask", SKILLS);
    for (const name of ["ben", "cid", "dan"]) await discord.member(name).clicks(reply, "Not helpful");
    discord.passTime(61_000);
    expect(readWords(await discord.member("ada").uses("ask", SKILLS))).toBe(readWords(reply));
  });

  test("leave no member's id in the log", async () => {
    const reply = await discord.member("ada").uses("ask", SKILLS);
    await discord.member("ben").clicks(reply, "Helpful");
    await discord.member("ben").clicks(reply, "Not helpful");
    expect(bot.lines.join("\n")).not.toContain(discord.member("ben").id);
  });

  test("stand below answers only", async () => {
    const miss = await discord.member("ada").uses("ask", { question: "what does a data scientist earn?" });
    expect(miss.buttons.map(({ label }) => label)).not.toContain("Helpful");
  });
});

/** The bot remembers an answer when Discord has taken it, a moment after members see it. */
const remembered = async (): Promise<void> => {
  await expect.poll(() => answersBy(bot, "command").length).toBeGreaterThan(0);
};

describe("the same question again", () => {
  test("within a minute gets a private link to the answer, however it is put", async () => {
    const first = await discord.member("ada").uses("ask", SKILLS);
    await remembered();
    const again = await discord.member("ben").uses("ask", {
      question: "what skills does a devsecops engineer need",
    });
    const { id } = discord.home;
    expect(readReply(again)).toBe(
      `(only you see this)\nThat was answered here a moment ago: https://discord.com/channels/${id}/${first.channelId}/${first.messageId}`,
    );
  });

  test("as a message gets the link as a reply", async () => {
    const first = await discord.member("ada").uses("ask", SKILLS);
    await remembered();
    const said = await discord.member("ben").says(SKILLS.question, { mentionBot: true });
    expect((await discord.replyTo(said)).text).toContain(`/${first.messageId}`);
  });

  test("is answered after a minute, in another channel, for another member, and when the first answer is gone", async () => {
    const ada = discord.member("ada");
    const first = await ada.uses("ask", SKILLS);
    await remembered();
    discord.addChannel({ name: "random" });
    const elsewhere = await ada.uses("ask", SKILLS, { channel: "random" });
    const aimed = await ada.uses("ask", { ...SKILLS, to: discord.member("ben") });
    await ada.clicks(aimed, "Dismiss");
    await ada.clicks(first, "Dismiss");
    const afterwards = await ada.uses("ask", SKILLS);
    discord.passTime(61_000);
    const later = await ada.uses("ask", SKILLS);
    for (const reply of [elsewhere, aimed, afterwards, later])
      expect(reply.text).toContain("Python, Jenkins and patience.");
  });

  test("is answered anew where nobody else saw the first answer", async () => {
    const spec = { name: "Strict", channels: ["lobby"], hasBot: false, allowsExternalApps: false };
    const channel = discord.channel("lobby", discord.guild(spec));
    const first = await discord.member("ada").uses("ask", SKILLS, { channel });
    await remembered();
    const again = await discord.member("ben").uses("ask", SKILLS, { channel });
    expect([first.ephemeral, readWords(again)]).toEqual([true, readWords(first)]);
  });

  test("is answered anew where it goes on from an answer", async () => {
    const ada = discord.member("ada");
    const role = await discord.replyTo(await ada.says("What is a DevSecOps engineer?", { mentionBot: true }));
    const first = await discord.replyTo(await ada.says("and the skills?", { replyTo: role }));
    await discord.calm();
    const again = await discord.replyTo(
      await discord.member("ben").says("and the skills?", { replyTo: role }),
    );
    expect(readWords(again)).toBe(readWords(first));
  });
});

describe("too many questions", () => {
  test("of one member get a private line that says how long to wait, and nothing is sent to the channel", async () => {
    const ada = discord.member("ada");
    const texts = [];
    for (let asked = 0; asked < 17; asked += 1) {
      texts.push((await ada.uses("ask", { ...SKILLS, hide: true })).text);
    }
    expect(texts.filter((text) => text.includes("Python"))).toHaveLength(15);
    expect(texts.at(-1)).toBe("That is faster than I answer. Please try again in 20 seconds.");
    expect((await discord.member("ben").uses("ask", SKILLS)).text).toContain("Python");
    discord.passTime(20_001);
    expect((await ada.uses("ask", { ...SKILLS, hide: true })).text).toContain("Python");
  });

  test("as messages meet silence in a server, which is counted", async () => {
    const ada = discord.member("ada");
    for (let asked = 0; asked < 15; asked += 1) await ada.uses("ask", { ...SKILLS, hide: true });
    await expect(
      discord.silence(await ada.says("What is a DevSecOps engineer?", { mentionBot: true })),
    ).resolves.toBeUndefined();
    expect(logged(bot, "skipped")).toMatchObject([{ reason: "too-many-questions", count: 1 }]);
  });
});

describe("an id of a control that this version did not write", () => {
  test.each([
    ["without its member", "r1|dismiss"],
    ["with something more", "r1|dismiss|by=100000000000000001|now=yes"],
    ["with no member's id", "r1|dismiss|by=ada"],
    ["of a snippet that is gone", "r1|more|of=AAAAAAAA"],
    ["to vote on a snippet that is gone", "r1|helpful|of=AAAAAAAA"],
    ["with a fault that is none", "r1|fault|is=ugly|of=AAAAAAAA"],
    ["to run a command that is gone", "r1|all|of=dance"],
    ["to run a command without what it needs", "r1|all|of=role"],
    ["to preview what is gone", "r1|preview|to=100000000000000001|of=AAAAAAAA"],
  ])("%s gets one private line", async (_, id) => {
    const reply = await discord.member("ada").uses("ask", SKILLS);
    expect(readReply(await discord.member("ada").forges(reply, id))).toBe(OUTDATED);
    expect(discord.see(reply).deleted).toBe(false);
  });
});
