import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startPostgres, type Postgres } from "../../storage/support/postgres.ts";
import { startProxy, type Proxy } from "../../storage/support/proxy.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../../support/loopback-discord.ts";
import type { Member } from "../../support/member.ts";
import type { Channel } from "../../support/world.ts";
import { logged, startBot, type StartedBot } from "./bot.ts";
import { readReply } from "./read-reply.ts";
import { add, ask, file } from "./server-documents.ts";

const TIMEOUT = 60_000;
const MINUTE = 60_000;
/** Milliseconds in which Discord wants a first answer. */
const CALLBACK = 3_000;

let server: Postgres;
let way: Proxy;
let discord: LoopbackDiscord;
let bot: StartedBot;
let hall: Channel;
let mara: Member;
let ben: Member;

/** A server and a bot of its own for each file of tests. */
function provide(): void {
  beforeAll(async () => {
    server = await startPostgres();
  }, TIMEOUT);

  afterAll(async () => await server.stop(), TIMEOUT);

  beforeEach(async () => {
    discord = await startLoopbackDiscord({ messageContent: true, patience: 30_000 });
    const address = new URL(await server.createDatabase());
    way = await startProxy(server.port);
    address.port = String(way.port);
    bot = await startBot(discord, { database: { kind: "postgres", url: address.href } });
    await discord.commandsRegistered();
    hall = discord.channel("hall", discord.guild({ name: "Server", channels: ["hall", "career-questions"] }));
    mara = discord.member("mara", { permissions: ["ManageGuild"] }).in({ channel: hall });
    ben = discord.member("ben").in({ channel: hall });
  }, TIMEOUT);

  afterEach(async () => {
    way.cut();
    way.mend();
    await bot.stop();
    await way.stop();
    await discord.close();
  }, TIMEOUT);
}

const SKILLS = "What skills does a DevSecOps engineer need?";
const ANSWER = "Python, Jenkins and patience.";
const NOT_SAVED =
  "(only you see this)\nMy database does not answer right now, so nothing was changed. Answers from the built-in documents go on; please try again in a minute.";

/** What somebody sees, and after how many real milliseconds. */
async function timed<T>(coming: Promise<T>): Promise<{ readonly value: T; readonly took: number }> {
  const start = performance.now();
  const value = await coming;
  return { value, took: performance.now() - start };
}

/** Asks in the channel of the server that its moderators chose, without a mention. */
async function isAnsweredUnasked(channel: Channel): Promise<boolean> {
  discord.passTime(2 * MINUTE);
  const said = await ben.says(SKILLS, { channel });
  return await discord.replyTo(said).then(
    () => true,
    () => false,
  );
}

/** How the way to the database fails. */
const TROUBLES = {
  "cannot be reached": (failing: Proxy): void => failing.cut(),
  "does not answer": (failing: Proxy): void => failing.hang(),
};

/** What holds of a bot whose PostgreSQL fails while it runs. */
export function describeOutage(trouble: keyof typeof TROUBLES): void {
  describe(`While PostgreSQL ${trouble}`, () => {
    provide();

    test(
      "answers come within the time that Discord gives, also long after",
      { timeout: TIMEOUT },
      async () => {
        await mara.uses("/settings ask-channel add", { channel: hall });
        TROUBLES[trouble](way);
        for (const question of [SKILLS, `${SKILLS} Really?`]) {
          // One after the other, as a member would.
          // oxlint-disable-next-line no-await-in-loop
          const { value, took } = await timed(ask(ben, question));
          expect(value).toContain(ANSWER);
          expect(took).toBeLessThan(CALLBACK);
          discord.passTime(5 * MINUTE);
        }
      },
    );

    test("the settings are those that were known last", { timeout: TIMEOUT }, async () => {
      await mara.uses("/settings ask-channel add", { channel: hall });
      await mara.uses("/settings language", { language: "es" });
      TROUBLES[trouble](way);
      discord.passTime(5 * MINUTE);
      expect(await isAnsweredUnasked(hall)).toBe(true);
      const { value: shown, took } = await timed(mara.uses("/settings show"));
      expect(shown.text).toContain(`**Without a mention I answer in** <#${hall.id}>`);
      expect(shown.text).toContain("**I speak** Spanish");
      expect(took).toBeLessThan(CALLBACK);
    });

    test("a server that was never heard of is answered by the defaults", { timeout: TIMEOUT }, async () => {
      TROUBLES[trouble](way);
      const channel = discord.channel("hall", discord.guild({ name: "New", channels: ["hall"] }));
      await discord.delivered();
      const { value, took } = await timed(ask(ben.in({ channel }), SKILLS));
      expect(value).toContain(ANSWER);
      expect(took).toBeLessThan(CALLBACK);
    });

    test("the server's own documents go on answering", { timeout: TIMEOUT }, async () => {
      await add(mara, file());
      TROUBLES[trouble](way);
      discord.passTime(5 * MINUTE);
      const { value, took } = await timed(ask(ben));
      expect(value).toContain("A lantern must be lit at dusk");
      expect(took).toBeLessThan(CALLBACK);
    });

    test("every change is refused with one line", { timeout: TIMEOUT }, async () => {
      await add(mara, file());
      TROUBLES[trouble](way);
      const replies = await Promise.all([
        mara.uses("/settings ask-channel add", { channel: hall }),
        mara.uses("/settings language", { language: "es" }),
        mara.uses("/knowledge add", { file: file("# More\n\nMore of it.\n") }),
        mara.uses("/knowledge replace", { document: "lantern-rules", file: file() }),
        mara.uses("/knowledge remove", { document: "lantern-rules" }),
      ]);
      for (const reply of replies) expect(readReply(reply)).toBe(NOT_SAVED);
      expect(logged(bot, "failed").length).toBeGreaterThan(0);
    });

    test(
      "what can only be looked up there says so, and completions are empty",
      { timeout: TIMEOUT },
      async () => {
        await add(mara, file());
        TROUBLES[trouble](way);
        const { value, took } = await timed(mara.types("knowledge show", "document", "lan"));
        expect(value).toEqual([]);
        expect(took).toBeLessThan(CALLBACK);
        const [status, list, gaps] = await Promise.all(
          ["/status", "/knowledge list", "/gaps"].map((each) => mara.uses(each)),
        );
        expect(status?.text).toContain(
          "✗ My database does not answer: I go by the settings that I knew last",
        );
        expect([list, gaps].map((reply) => reply && readReply(reply))).toEqual([NOT_SAVED, NOT_SAVED]);
      },
    );

    test(
      "nothing is lost that was counted, and all works again when it is back",
      { timeout: TIMEOUT },
      async () => {
        await mara.uses("/settings ask-channel add", { channel: hall });
        TROUBLES[trouble](way);
        await ask(ben, "What does a data scientist earn?");
        expect(readReply(await mara.uses("/gaps"))).toBe(NOT_SAVED);
        way.cut();
        way.mend();
        await expect
          .poll(async () => (await mara.uses("/gaps")).text, { timeout: 20_000, interval: 500 })
          .toContain("**1. Data scientist: Salary** · once");
        expect(await add(mara, file())).toContain("### Added: Lantern rules");
        discord.passTime(MINUTE);
        expect(await ask(ben)).toContain("A lantern must be lit at dusk");
        expect((await mara.uses("/settings language", { language: "es" })).text).toContain("Saved.");
      },
    );
  });
}
