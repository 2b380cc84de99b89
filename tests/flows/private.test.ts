import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { describeEngines } from "../storage/support/engines.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Member } from "../support/member.ts";
import type { Entry } from "../discord/support/recording-log.ts";
import { startBot } from "./support/bot.ts";

const TIMEOUT = 180_000;
const NAMES = Array.from({ length: 40 }, (_, number) => `quokka-friend-${number}`);
const INTERACTIONS = 1_000;

/** What a member writes: a question that is answered or not, and a word that nobody else writes. */
const QUESTIONS = [
  "What skills does a DevSecOps engineer need",
  "what does a data scientist earn in Berlin",
  "do I need a visa for that",
  "salary devops",
  "my name is Ada and I was fired yesterday, what now",
  "is CEH worth it for devsecops",
];

const secretOf = (number: number): string => `zq${createHash("md5").update(String(number)).digest("hex")}`;

/** Does one thing that members do, with a text that can be recognised. */
type Act = (member: Member, text: string, discord: LoopbackDiscord) => Promise<void>;

const ACTS: readonly Act[] = [
  async (member, question) => void (await member.uses("ask", { question })),
  async (member, question) => void (await member.uses("ask", { question, hide: true })),
  async (member, name) => void (await member.uses("role", { name })),
  async (member, name) => void (await member.uses("cert", { name })),
  async (member, text) => void (await member.types("salary", "role", text.slice(0, 90))),
  async (member, text, discord) => void (await member.says(`<@${discord.bot.id}> ${text}`)),
  async (member, text) => void (await member.says(text, { channel: member.dm })),
  async (member, text, discord) =>
    void (await member.says(text, { channel: discord.channel("career-questions") })),
  async (member, text, discord) => {
    const said = await member.says(`<@${discord.bot.id}> ${text}`);
    await discord.replyTo(said);
    await member.edits(said, `<@${discord.bot.id}> ${text} please`);
    await member.deletes(said);
  },
  async (member) => {
    const card = await member.uses("role", { name: "DevSecOps engineer" });
    const [menu] = card.selects;
    if (menu) await member.chooses(card, menu.customId, [menu.options[0]?.value ?? ""]);
  },
  async (member) => {
    const answer = await member.uses("skills", { role: "DevSecOps engineer" });
    const asked = await member.clicks(answer, "Not helpful").catch(() => undefined);
    if (asked) await member.clicks(answer, "Helpful");
  },
  async (member, text) => {
    const said = await member.says(text);
    await member.opensMenu("Find an answer", said);
  },
  async (member, question) => {
    const refusal = await member.uses("ask", { question: `what does a nurse earn ${question}` });
    await member.clicks(refusal, "Share with the moderators").catch(() => undefined);
  },
];

/** Waits for both answers: the bot remembers one a moment after members see it. */
const editQuestion: Act = async (member, text, discord) => {
  const said = await member.says(`<@${discord.bot.id}> ${text}`);
  const answer = await discord.replyTo(said);
  await discord.calm();
  await member.edits(said, `<@${discord.bot.id}> ${text} please`);
  await discord.edited(answer);
};

describeEngines("a thousand interactions", (engine) => {
  test(
    "leave no word, no member and no hash of either on disk or in the log",
    { timeout: TIMEOUT },
    async () => {
      const database = await engine.newDatabase();
      const discord = await startLoopbackDiscord({ messageContent: true, patience: 30_000 });
      const before = await engine.textsOnDisk();
      const bot = await startBot(discord, { database });
      await discord.commandsRegistered();
      const mods = discord.addChannel({ name: "moderators" });
      const ada = discord.member("ada", { permissions: ["ManageGuild"] });
      await ada.uses("/settings gap-channel set", { channel: mods });
      const members = NAMES.map((name) => discord.member(name));
      const texts: string[] = [];
      for (let number = 0; number < INTERACTIONS; number += 1) {
        const text = `${QUESTIONS[number % QUESTIONS.length]} ${secretOf(number)}?`;
        texts.push(text);
        const member = members[number % NAMES.length];
        const act = ACTS[number % ACTS.length];
        if (member && act) await act(member, text, discord);
        discord.passTime(700);
      }
      await editQuestion(ada, `${QUESTIONS[0]} ${secretOf(INTERACTIONS)}`, discord);
      texts.push(secretOf(INTERACTIONS));
      await discord.calm();
      const gaps = await ada.uses("/gaps");
      await bot.stop();
      const lines = bot.lines.join("\n");
      discord.takeViolations();
      await discord.close();
      const kept = [...(await engine.textsOnDisk())].filter((text) => !before.has(text)).join("\n");
      const users = [...[ada, ...members].map(({ id }) => id), ...NAMES];
      const secrets = texts.map((_, number) => secretOf(number));
      // What would be found if it were there.
      expect(gaps.text).toContain("Data scientist");
      expect(kept).toContain("data-scientist");
      expect(surfacesIn(bot.entries)).toEqual(["click", "command", "edit", "menu", "message"]);
      expect(lines).not.toContain(discord.token);
      expect(fieldsOf(bot.entries)).toEqual(KEPT_FIELDS);
      expect([...users, ...secrets].filter((each) => lines.includes(each))).toEqual([]);
      expect([...users, ...secrets].filter((each) => kept.includes(each))).toEqual([]);
      expect(
        hashesOf([...users, ...texts]).filter((each) => kept.includes(each) || lines.includes(each)),
      ).toEqual([]);
    },
  );
});

/** All that is said of an answer. */
const KEPT_FIELDS = [
  "command",
  "guildId",
  "level",
  "ms",
  "msg",
  "outcome",
  "reason",
  "snippets",
  "surface",
  "time",
];

const answersIn = (entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ msg }) => msg === "answered");

/** The fields that lines of answers have, whichever of them. */
const fieldsOf = (entries: readonly Entry[]): readonly string[] =>
  [...new Set(answersIn(entries).flatMap((entry) => Object.keys(entry)))].toSorted();

const surfacesIn = (entries: readonly Entry[]): readonly string[] =>
  [...new Set(answersIn(entries).map(({ surface }) => String(surface)))].toSorted();

/** The usual hashes of texts, as text and as bytes. */
function hashesOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) =>
    ["md5", "sha1", "sha256"].flatMap((name) => {
      const hash = createHash(name).update(text).digest();
      return [
        hash.toString("hex"),
        hash.toString("base64").slice(0, 20),
        hash.toString("base64url").slice(0, 20),
      ];
    }),
  );
}
