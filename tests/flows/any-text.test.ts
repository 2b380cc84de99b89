import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type StartedBot } from "./support/bot.ts";

const TIMEOUT = 60_000;
const RUNS = { numRuns: 40 };

let discord: LoopbackDiscord;
let bot: StartedBot;

// The loopback Discord refuses whatever the real one would; a refused answer fails the property that asked for it.
beforeAll(async () => {
  discord = await startLoopbackDiscord({ messageContent: true });
  bot = await startBot(discord);
});

afterAll(async () => {
  await bot.stop();
  await discord.close();
});

/** A client sends no blank option, and no more than 6,000 characters. */
const OPTION_MAX_LENGTH = 6_000;
const anyText = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 200 }),
    fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.repeat(300)),
    fc.mixedCase(fc.constantFrom("what does a devsecops engineer earn", "is ceh worth it @everyone")),
  )
  .map((text) => text.slice(0, OPTION_MAX_LENGTH))
  .filter((text) => text.trim() !== "");

/** Nobody in these tests asks too often. */
const calm = (): void => discord.passTime(61_000);

describe("any text", () => {
  test.each([
    ["ask", ["question"]],
    ["role", ["name", "topic"]],
    ["skills", ["role"]],
    ["salary", ["role", "place", "year"]],
    ["path", ["role"]],
    ["cert", ["name"]],
    ["compare", ["first", "second", "topic"]],
  ] as const)("in /%s gets an answer that Discord takes", { timeout: TIMEOUT }, async (command, options) => {
    const texts = fc.tuple(...options.map(() => anyText));
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (values, hide) => {
        calm();
        const given = Object.fromEntries(options.map((name, at) => [name, values[at] ?? "x"]));
        const reply = await discord.member("ada").uses(command, { ...given, hide });
        expect(reply.text.trim()).not.toBe("");
      }),
      RUNS,
    );
  });

  test.each([
    ["role", "name"],
    ["role", "topic"],
    ["salary", "place"],
    ["salary", "year"],
    ["cert", "name"],
    ["compare", "first"],
  ])(
    "typed into /%s %s gets completions that Discord takes",
    { timeout: TIMEOUT },
    async (command, option) => {
      await fc.assert(
        fc.asyncProperty(anyText, async (typed) => {
          const choices = await discord.member("ada").types(command, option, typed);
          expect(choices.length).toBeLessThanOrEqual(25);
        }),
        RUNS,
      );
    },
  );

  test(
    "in a message gets an answer, and a preview of one, that Discord takes",
    { timeout: TIMEOUT },
    async () => {
      await fc.assert(
        fc.asyncProperty(anyText, async (text) => {
          calm();
          const said = await discord.member("ada").directMessages(text.slice(0, 2_000));
          expect((await discord.replyTo(said)).text.trim()).not.toBe("");
          const preview = await discord.member("ada").opensMenu("Find an answer", said);
          expect(preview.text.trim()).not.toBe("");
        }),
        RUNS,
      );
    },
  );
});
