import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { START_TIMEOUT, run, type Program } from "../flows/support/program.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { asJson, asText, type Json } from "../support/json.ts";
import type { Channel } from "../support/world.ts";
import { changes, mutate } from "./support/mutate.ts";
import { TIMEOUT, tries } from "./support/runs.ts";

let discord: LoopbackDiscord;
let program: Program;
let halls: readonly Channel[] = [];
const samples = new Map<string, Json>();

// The program as it runs for an operator: what would end it ends it here.
beforeAll(async () => {
  discord = await startLoopbackDiscord({ messageContent: true, patience: START_TIMEOUT });
  program = run({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.restUrl,
    DATABASE_URL: "sqlite::memory:",
  });
  await Promise.race([discord.ready(), program.ended]);
  await discord.commandsRegistered();
  await collect();
}, 2 * START_TIMEOUT);

afterAll(async () => {
  program.started.kill("SIGKILL");
  // What answers to mutilated interactions may break is for the tests to say.
  discord.takeViolations();
  await discord.close();
});

const QUESTION = "What skills does a DevSecOps engineer need?";
const ANSWER = "Python, Jenkins and patience.";
const SECRET = "The vault opens at nine.";

let ids = 0;
/** Of an event that was never sent before. */
const freshId = (): string => String(1_500_000_000_000_000_000n + BigInt((ids += 1)));

/** One event of each kind, as they come when members and moderators use a server. */
async function collect(): Promise<void> {
  const keep = (name: string, of = name): void => void samples.set(name, discord.lastEvent(of));
  const guild = discord.guild({ name: "Mutilated", channels: ["hall", { name: "posts", kind: "forum" }] });
  keep("GUILD_CREATE");
  halls = Array.from({ length: 40 }, (_, number) => discord.addChannel({ name: `hall ${number}` }, guild));
  const channel = discord.channel("hall", guild);
  const mara = discord.member("mara", { permissions: ["ManageGuild", "ManageMessages"] }).in({ channel });
  keep("GUILD_ROLE_CREATE");
  const answer = await mara.uses("ask", { question: QUESTION });
  keep("command", "INTERACTION_CREATE");
  await mara.uses("/knowledge add", {
    file: { name: "vault.md", content: `# Vault\n\n## Vault\n\n${SECRET}\n` },
  });
  keep("upload", "INTERACTION_CREATE");
  await mara.uses("/knowledge list");
  keep("moderation", "INTERACTION_CREATE");
  await mara.uses("/settings ask-channel add", { channel });
  keep("settings", "INTERACTION_CREATE");
  await mara.types("role", "name", "dev");
  keep("completion", "INTERACTION_CREATE");
  await mara.clicks(answer, "Helpful");
  keep("click", "INTERACTION_CREATE");
  const said = await mara.says(QUESTION, { mentionBot: true });
  keep("MESSAGE_CREATE");
  await discord.replyTo(said);
  await mara.opensMenu("Find an answer", said);
  keep("menu", "INTERACTION_CREATE");
  await mara.edits(said, "What is a DevSecOps engineer?");
  keep("MESSAGE_UPDATE");
  await mara.deletes(said);
  keep("MESSAGE_DELETE");
  await discord.member("helper", { isBot: true }).says(QUESTION, { mentionBot: true, channel });
  keep("of a bot", "MESSAGE_CREATE");
  mara.startsThread(await mara.says("Hello"), "Thread");
  keep("THREAD_CREATE");
  const extra = discord.addChannel({ name: "extra" }, guild);
  keep("CHANNEL_CREATE");
  discord.deny(extra, "SendMessages");
  keep("CHANNEL_UPDATE");
  discord.deleteChannel(extra);
  keep("CHANNEL_DELETE");
  const role = discord.addRole({ name: "extra" }, guild);
  discord.deleteRole(role, guild);
  keep("GUILD_ROLE_DELETE");
}

const sample = (kind: string): Json => samples.get(kind) ?? {};

/** Sends an event as it stands, under an id of its own where it has one. */
function send(name: string, data: Json): void {
  discord.sendFrame({ op: 0, t: name, s: 1, d: data });
}

/** An event with an id, a member and a channel of its own: it counts neither as delivered twice nor as asked too often. */
function fresh(kind: string): Json {
  const event = inOtherChannel(sample(kind));
  const author = { ...asJson(event["author"]), id: freshId() };
  const member = asJson(event["member"]);
  const user = { ...asJson(member["user"]), id: freshId() };
  return {
    ...event,
    id: freshId(),
    ...("author" in event ? { author } : {}),
    ...("user" in member ? { member: { ...member, user } } : {}),
  };
}

function inOtherChannel(event: Json): Json {
  const { id } = halls[ids % halls.length] ?? { id: "" };
  const text = JSON.stringify(event).replaceAll(asText(event["channel_id"]), id);
  return asJson(JSON.parse(text));
}

let asked = 0;

/** What is answered to a proper question of somebody new in a new channel. */
async function answerAfter(): Promise<string> {
  asked += 1;
  if (program.started.exitCode !== null) throw new Error((await program.ended).stderr.slice(-3_000));
  const channel: Channel = discord.addChannel({ name: `hall ${asked}` });
  const member = discord.member(`asker ${asked}`).in({ channel });
  return (await member.uses("ask", { question: QUESTION })).text;
}

/** What the bot did after it had made so many requests. */
const deedsSince = (count: number): string =>
  discord.requests
    .slice(count)
    .map(({ method, path, body }) => `${method} ${path} ${JSON.stringify(body ?? null)}`)
    .join("\n");

/** In batches: a mutilated event takes a millisecond, and a question after it several. */
const BATCH = 15;
const batch = fc.array(changes, { minLength: BATCH, maxLength: BATCH });

const INTERACTIONS = ["command", "upload", "moderation", "settings", "completion", "click", "menu"];
const EVENTS = [
  "MESSAGE_CREATE",
  "MESSAGE_UPDATE",
  "MESSAGE_DELETE",
  "GUILD_CREATE",
  "GUILD_ROLE_CREATE",
  "GUILD_ROLE_DELETE",
  "THREAD_CREATE",
  "CHANNEL_CREATE",
  "CHANNEL_UPDATE",
  "CHANNEL_DELETE",
];

describe("the program goes on answering after mutilated", () => {
  test.each(INTERACTIONS)("interactions: %s", { timeout: TIMEOUT }, async (kind) => {
    await fc.assert(
      fc.asyncProperty(batch, async (made) => {
        for (const each of made) send("INTERACTION_CREATE", mutate(fresh(kind), each));
        expect(await answerAfter()).toContain(ANSWER);
      }),
      { ...tries(4), endOnFailure: true },
    );
  });

  test.each(EVENTS)("events: %s", { timeout: TIMEOUT }, async (name) => {
    const isMessage = name === "MESSAGE_CREATE";
    await fc.assert(
      fc.asyncProperty(batch, async (made) => {
        for (const each of made) send(name, mutate(isMessage ? fresh(name) : sample(name), each));
        expect(await answerAfter()).toContain(ANSWER);
      }),
      { ...tries(4), endOnFailure: true },
    );
  });

  test("frames of no known kind", { timeout: TIMEOUT }, async () => {
    const frame = fc.record({
      op: fc.oneof(fc.constantFrom(0, 2, 3, 4, 6, 8, 12, 99, -1, null, "x"), fc.integer({ min: 12 })),
      t: fc.oneof(
        fc.constantFrom(null, "", "toString", "__proto__", "TYPING_START", "NEVER_HEARD_OF"),
        fc.string(),
      ),
      s: fc.constantFrom(null, 0, 1),
      d: fc.jsonValue(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: BATCH, maxLength: BATCH }), async (frames) => {
        for (const each of frames) discord.sendFrame(each);
        expect(await answerAfter()).toContain(ANSWER);
      }),
      { ...tries(4), endOnFailure: true },
    );
  });
});

describe("however mutilated the event", () => {
  test("a bot is not answered", { timeout: TIMEOUT }, async () => {
    await fc.assert(
      fc.asyncProperty(batch, async (made) => {
        const before = discord.requests.length;
        for (const each of made) {
          const event = fresh("of a bot");
          send("MESSAGE_CREATE", { ...mutate(event, each), author: event["author"] });
        }
        expect(await answerAfter()).toContain(ANSWER);
        expect(deedsSince(before)).not.toMatch(/^POST \S+\/messages /mu);
      }),
      { ...tries(6), endOnFailure: true },
    );
  });

  test(
    "a member without the permission reads and changes nothing of a server",
    { timeout: TIMEOUT },
    async () => {
      const kinds = fc.constantFrom("moderation", "settings", "upload");
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(kinds, changes), { minLength: BATCH, maxLength: BATCH }),
          async (made) => {
            const before = discord.requests.length;
            for (const [kind, each] of made) {
              const event = fresh(kind);
              const member = { ...asJson(event["member"]), permissions: "0" };
              send("INTERACTION_CREATE", { ...mutate(event, each), member });
            }
            expect(await answerAfter()).toContain(ANSWER);
            expect(deedsSince(before)).not.toMatch(/Settings of this server|vault/i);
          },
        ),
        { ...tries(6), endOnFailure: true },
      );
    },
  );

  test("nobody is pinged", { timeout: TIMEOUT }, async () => {
    await discord.calm();
    expect(discord.violations.filter(({ rule }) => /mention|ping/.test(rule))).toEqual([]);
  });
});

test(
  "the program ends as usual when it is told to, and its log holds no secret",
  { timeout: TIMEOUT },
  async () => {
    program.started.kill("SIGTERM");
    const { code, stderr } = await program.ended;
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/loopback\.discord|interaction-token|The vault opens/);
  },
);
