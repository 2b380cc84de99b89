import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBot, type StartedBot } from "../flows/support/bot.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Member } from "../support/member.ts";
import type { Reply } from "../support/reply.ts";
import type { Channel } from "../support/world.ts";
import { TIMEOUT, tries } from "./support/runs.ts";

const MINUTE = 60_000;
const VAULT = "# The vault\n\n## Vaults\n\nThe vault of Initech opens at nine and closes at noon.\n";
const QUESTION = "When does the vault of Initech open?";
const MISS = "what does a data scientist earn?";

let discord: LoopbackDiscord;
let bot: StartedBot;
let mara: Member;
let ben: Member;
let gaps: Channel;
/** A public answer and a refusal in the server of the document, asked for by somebody else than ben. */
let answer: Reply;
let refusal: Reply;
/** An answer in a server without documents, where ben asked. */
let elsewhere: Reply;
let ids: readonly string[];

beforeAll(async () => {
  discord = await startLoopbackDiscord({ messageContent: true, patience: 30_000 });
  bot = await startBot(discord);
  await discord.commandsRegistered();
  const own = discord.guild({ name: "Own", channels: ["hall", "gaps"] });
  const other = discord.guild({ name: "Other", channels: ["hall"] });
  const channel = discord.channel("hall", own);
  gaps = discord.channel("gaps", own);
  mara = discord.member("mara", { permissions: ["ManageGuild"] }).in({ channel });
  await mara.uses("/knowledge add", { file: { name: "vault.md", content: VAULT } });
  await mara.uses("/settings gap-channel set", { channel: gaps });
  const confirm = await mara.uses("/settings forget-everything");
  answer = await mara.uses("ask", { question: QUESTION });
  refusal = await mara.uses("ask", { question: MISS });
  ben = discord.member("ben");
  elsewhere = await ben.in({ channel: discord.channel("hall", other) }).uses("ask", { question: MISS });
  ids = [answer, refusal, confirm].flatMap(({ buttons }) =>
    buttons.flatMap(({ customId }) => customId ?? []),
  );
}, TIMEOUT);

afterAll(async () => {
  await bot.stop();
  await discord.close();
}, TIMEOUT);

/** What this version writes into ids, and what other versions may. */
const COMMANDS = [
  [
    "dismiss",
    "helpful",
    "unhelpful",
    "fault",
    "more",
    "all",
    "post",
    "not-this",
    "preview",
    "forget",
    "keep",
  ],
  ["share", "call", "ask", "role", "knowledge", "settings", "settings show", "toString", "__proto__", ""],
].flat();
const command = fc.constantFrom(...COMMANDS);
const field = fc.constantFrom(
  "by",
  "of",
  "is",
  "to",
  "or",
  "name",
  "question",
  "topic",
  "document",
  "__proto__",
);
const value = fc.oneof(
  fc.constantFrom(
    "wrong-topic",
    "ask",
    "role",
    "vault",
    "the-vault",
    QUESTION,
    "1".repeat(18),
    "/knowledge list",
  ),
  fc.string({ unit: "grapheme", maxLength: 20 }),
);
const written = fc
  .tuple(
    fc.constantFrom("r1", "r0", "r2", "R1", ""),
    command,
    fc.array(fc.tuple(field, value), { maxLength: 4 }),
  )
  .map(([version, name, fields]) => [version, name, ...fields.map((each) => each.join("="))].join("|"));

/** A real id of another server, whole or with some characters otherwise. */
const stolen = fc
  .tuple(
    fc.nat(),
    fc.array(fc.tuple(fc.nat({ max: 99 }), fc.string({ minLength: 0, maxLength: 2 })), { maxLength: 3 }),
  )
  .map(([which, edits]) => {
    const id = ids[which % ids.length] ?? "";
    return edits.reduce((so, [at, by]) => so.slice(0, at) + by + so.slice(at + 1), id);
  });

/** Discord takes 1 to 100 characters. */
const anyId = fc
  .oneof(stolen, written, fc.string({ unit: "binary", maxLength: 100 }))
  .map((id) => id.slice(0, 100) || "x");

/** Whether ben, who may do nothing there, presses a button or chooses from a menu. */
const use = async (reply: Reply, id: string, isMenu: boolean): Promise<Reply> => {
  discord.passTime(MINUTE);
  return await (isMenu ? ben.forges(reply, "r1-menu", [id]) : ben.forges(reply, id));
};

const wordsOf = ({ payload }: Reply): string => JSON.stringify(payload.components).toLowerCase();

describe("an id that a member makes up", () => {
  test("tells nothing of the documents of another server", { timeout: TIMEOUT }, async () => {
    expect(wordsOf(answer)).toContain("opens at nine");
    expect(ids.length).toBeGreaterThan(5);
    await fc.assert(
      fc.asyncProperty(anyId, fc.boolean(), async (id, isMenu) => {
        const told = await use(elsewhere, id, isMenu);
        // What a member asks with is shown back to them alone; what the document says is not.
        expect(wordsOf(told)).not.toContain("opens at nine");
      }),
      { ...tries(120), endOnFailure: true },
    );
  });

  test("changes nothing that others see, and tells its member alone", { timeout: TIMEOUT }, async () => {
    await fc.assert(
      fc.asyncProperty(anyId, fc.boolean(), fc.boolean(), async (id, isMenu, onRefusal) => {
        const reply = onRefusal ? refusal : answer;
        const before = discord.see(reply);
        const told = await use(reply, id, isMenu);
        const after = discord.see(reply);
        expect([told.ephemeral, told.pinged]).toEqual([true, []]);
        expect([after.deleted, after.edits.length]).toEqual([before.deleted, before.edits.length]);
        expect(discord.messagesIn(gaps)).toEqual([]);
      }),
      { ...tries(120), endOnFailure: true },
    );
  });

  test("leaves the server all that is kept of it", { timeout: TIMEOUT }, async () => {
    expect((await mara.uses("/knowledge list")).text).toContain("The vault");
    expect((await mara.uses("/settings show")).text).toContain(`<#${gaps.id}>`);
    expect(bot.lines.join("")).not.toMatch(/opens at|initech/i);
  });
});
