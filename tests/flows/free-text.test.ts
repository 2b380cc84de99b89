import { afterEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type BotOptions, type StartedBot } from "./support/bot.ts";
import { readReply, readWords } from "./support/read-reply.ts";

let discord: LoopbackDiscord;
let bot: StartedBot;

const start = async (options: { readonly messageContent: boolean } & BotOptions): Promise<void> => {
  discord = await startLoopbackDiscord(options);
  bot = await startBot(discord, options);
};

afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const QUESTION = "What skills does a DevSecOps engineer need?";
const CHATTER = "good morning everybody, how was your weekend?";

describe.each([true, false])("said to the bot, with the Message Content switch %s", (messageContent) => {
  test("a mention is answered with a reply that pings nobody", async () => {
    await start({ messageContent });
    const said = await discord.member("ada").says(QUESTION, { mentionBot: true });
    const reply = await discord.replyTo(said);
    expect(readWords(reply)).toMatchInlineSnapshot(`
      "Python, Jenkins and patience.
      -# Source: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, June 2022"
    `);
    expect(reply.repliesTo).toBe(said.messageId);
    expect(reply.payload.mentions).toEqual([]);
  });

  test("a direct message needs no mention", async () => {
    await start({ messageContent });
    const said = await discord.member("ada").directMessages(QUESTION);
    expect((await discord.replyTo(said)).text).toContain("Python, Jenkins and patience.");
  });

  test("a reply to one of its answers needs no mention, and goes on about the same role", async () => {
    await start({ messageContent });
    const ada = discord.member("ada");
    const first = await discord.replyTo(
      await ada.says("What is a DevSecOps engineer?", { mentionBot: true }),
    );
    const second = await discord.replyTo(await ada.says("and the skills?", { replyTo: first }));
    expect(second.text).toContain("Python, Jenkins and patience.");
  });

  test("a reply is understood from the question before: no other role's pay is given", async () => {
    await start({ messageContent });
    const ada = discord.member("ada");
    const first = await discord.replyTo(
      await ada.says("What is a DevSecOps engineer?", { mentionBot: true }),
    );
    const alone = await discord.replyTo(await ada.says("how much do they earn?", { mentionBot: true }));
    const followUp = await discord.replyTo(await ada.says("how much do they earn?", { replyTo: first }));
    expect([alone.text.includes("11,159.75"), followUp.text.includes("11,159.75")]).toEqual([true, false]);
  });

  test("a reply to the answer to a reply goes on from all that was asked", async () => {
    await start({ messageContent });
    const ada = discord.member("ada");
    const first = await discord.replyTo(
      await ada.says("What is a DevSecOps engineer?", { mentionBot: true }),
    );
    const second = await discord.replyTo(await ada.says("and the responsibilities?", { replyTo: first }));
    const third = await discord.replyTo(await ada.says("how much do they earn?", { replyTo: second }));
    const inFull = await discord.replyTo(
      await ada.says("how much do DevSecOps engineers earn?", { mentionBot: true }),
    );
    expect(second.text).toContain("They have three duties:");
    expect(readWords(third)).toBe(readWords(inFull));
  });

  test("a reply to the answer of a command goes on from what the answer is about", async () => {
    await start({ messageContent });
    const ada = discord.member("ada");
    const card = await ada.uses("role", { name: "DevSecOps engineer", topic: "definition" });
    const reply = await discord.replyTo(
      await ada.says("and the skills?", { replyTo: card, mentionBot: true }),
    );
    expect(readWords(reply)).toContain("Python, Jenkins and patience.");
  });

  test("a question that no section answers is refused honestly", async () => {
    await start({ messageContent });
    const said = await discord.member("ada").says("what does a data scientist earn?", { mentionBot: true });
    expect(readWords(await discord.replyTo(said))).toMatchInlineSnapshot(
      `"The documents say nothing on data scientists. They cover DevSecOps engineers and DevOps engineers."`,
    );
  });

  test("chatter is answered too, because it was said to the bot", async () => {
    await start({ messageContent });
    const said = await discord.member("ada").says("thanks, you are great", { mentionBot: true });
    expect((await discord.replyTo(said)).text).not.toBe("");
  });

  test("an empty mention gets a short help with questions to try", async () => {
    await start({ messageContent });
    const said = await discord.member("ada").says("", { mentionBot: true });
    expect(readReply(await discord.replyTo(said))).toMatchInlineSnapshot(`
      "### How to ask me
      I answer career questions from documents and show the section each answer comes from. When no section answers, I say so. Ask in your own words with /ask, mention me, or write me a direct message.
      [menu “Try one”: What is a DevSecOps engineer? → r1|ask|question=What is a DevSecOps engineer?, What are the responsibilities of a DevSecOps engineer? → r1|ask|question=What are the responsibilities of a DevSecOps engineer?, What skills does a DevSecOps engineer need? → r1|ask|question=What skills does a DevSecOps engineer need?, Is CEH advised for a DevSecOps engineer? → r1|ask|question=Is CEH advised for a DevSecOps engineer?, How much does a DevOps engineer earn? → r1|ask|question=How much does a DevOps engineer earn?]"
    `);
  });

  test("a mention in the middle of the words is understood", async () => {
    await start({ messageContent });
    const said = await discord
      .member("ada")
      .says(`hey <@${discord.bot.id}>, what skills does a DevSecOps engineer need?`);
    expect((await discord.replyTo(said)).text).toContain("Python, Jenkins and patience.");
  });
});

describe("a reply that Discord empties", () => {
  test("without the ping and the switch gets a line that tells how to be understood", async () => {
    await start({ messageContent: false });
    const ada = discord.member("ada");
    const first = await discord.replyTo(await ada.says(QUESTION, { mentionBot: true }));
    const second = await discord.replyTo(await ada.says("and the salary?", { replyTo: first, pings: false }));
    expect(readReply(second)).toBe(
      "Discord does not show me the text of this message. Mention me in it, or turn the ping of your reply on.",
    );
  });
});

describe("in an ask channel with the switch on", () => {
  const inAskChannel = { channel: "career-questions" };

  test("a question that a section answers is answered", async () => {
    await start({ messageContent: true });
    const said = await discord.member("ada").says(QUESTION, inAskChannel);
    expect(readWords(await discord.replyTo(said))).toMatchInlineSnapshot(`
      "Python, Jenkins and patience.
      -# Source: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, June 2022"
    `);
  });

  test.each([CHATTER, "lol", "what does a data scientist earn?", "https://press.example", "🎉🎉🎉"])(
    "%s meets silence",
    async (text) => {
      await start({ messageContent: true });
      await expect(
        discord.silence(await discord.member("ada").says(text, inAskChannel)),
      ).resolves.toBeUndefined();
    },
  );

  test("a thread of the channel and a post of a forum belong to it", async () => {
    await start({ messageContent: true, askChannels: ["career-questions", "career-forum"] });
    const forum = discord.addChannel({ name: "career-forum", kind: "forum" });
    const post = await discord.member("ada").posts({ title: "Skills", text: QUESTION, forum });
    expect((await discord.replyTo(post)).text).toContain("Python, Jenkins and patience.");
  });

  test("the name of the channel may be written in any case", async () => {
    await start({ messageContent: true });
    discord.addChannel({ name: "Career-Questions" });
    const said = await discord.member("ada").says(QUESTION, { channel: "Career-Questions" });
    expect((await discord.replyTo(said)).text).toContain("Python, Jenkins and patience.");
  });

  test("an edit is not answered", async () => {
    await start({ messageContent: true });
    const said = await discord.member("ada").says(CHATTER, inAskChannel);
    await expect(discord.silence(said)).resolves.toBeUndefined();
    await discord.member("ada").edits(said, QUESTION);
    await expect(discord.silence(said)).resolves.toBeUndefined();
  });
});

describe("silence", () => {
  test("other channels are left alone", async () => {
    await start({ messageContent: true });
    await expect(discord.silence(await discord.member("ada").says(QUESTION))).resolves.toBeUndefined();
  });

  test("with the switch off an ask channel is left alone, and the log says how to change that", async () => {
    await start({ messageContent: false });
    await expect(
      discord.silence(await discord.member("ada").says(QUESTION, { channel: "career-questions" })),
    ).resolves.toBeUndefined();
    expect(bot.entries.map(({ msg }) => msg)).toContain(
      "Message Content is off, so ask channels stay silent. To switch it on: https://discord.com/developers/applications → your application → Bot → Message Content Intent; then start Rolecall again.",
    );
  });

  test("another bot, a webhook and @everyone are not answered", async () => {
    await start({ messageContent: true });
    const robot = discord.member("robot", { isBot: true });
    await expect(
      discord.silence(await robot.says(QUESTION, { channel: "career-questions" })),
    ).resolves.toBeUndefined();
    await expect(discord.silence(await robot.says(QUESTION, { mentionBot: true }))).resolves.toBeUndefined();
    await expect(
      discord.silence(await discord.webhookSays(QUESTION, discord.channel("career-questions"))),
    ).resolves.toBeUndefined();
    await expect(
      discord.silence(await discord.member("ada").says(`@everyone ${QUESTION}`)),
    ).resolves.toBeUndefined();
  });

  test.each([
    ["a webhook that looks like a member", { webhook_id: "1" }],
    ["a line of Discord itself, such as a pin", { type: 6 }],
  ])("%s is not answered", async (_, fields) => {
    await start({ messageContent: true });
    const said = await discord
      .member("ada")
      .says(QUESTION, { mentionBot: true, alter: (payload) => ({ ...payload, ...fields }) });
    await expect(discord.silence(said)).resolves.toBeUndefined();
  });

  test("a reply to somebody else in another channel is left alone", async () => {
    await start({ messageContent: true });
    const said = await discord.member("ada").says(CHATTER);
    await expect(
      discord.silence(await discord.member("ben").says(QUESTION, { replyTo: said })),
    ).resolves.toBeUndefined();
  });
});
