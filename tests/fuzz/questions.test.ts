import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { loadConfig } from "../../src/config.ts";
import { renderReply } from "../../src/discord/render/reply.ts";
import type { Reply } from "../../src/answering/reply.ts";
import type { Assistant } from "../../src/guilds/assistant.ts";
import { readPage } from "../discord/support/read-page.ts";
import { freshDay } from "../support/fresh-day.ts";
import { TIMEOUT, tries } from "./support/runs.ts";

let assistant: Assistant;

beforeAll(async () => {
  assistant = (await createApp({ ...loadConfig({}), today: freshDay })).assistant;
}, TIMEOUT);

const NAMES = [
  "DevSecOps engineer",
  "devops",
  "CEH",
  "CISSP",
  "Dallas",
  "Texas",
  "Jenkins",
  "data scientist",
  "quokka",
];
const name = fc.constantFrom(...NAMES);
const frame = fc.constantFrom(
  (one: string, other: string) => `what does a ${one} do in ${other}?`,
  (one: string, other: string) => `${one} vs ${other} salary`,
  (one: string, other: string) => `is ${one} worth it for ${other}, and how much in €?`,
  (one: string, other: string) => `not ${one} but ${other}: which skills`,
  (one: string, other: string) => `how do I get from ${one} to ${other} w/o a degree`,
);

/** What members put around and into their words, kindly or not. */
const NOISE = [
  "@everyone ",
  "<@1> ",
  "[x](https://evil.example)",
  "**",
  "||",
  "```",
  "\u202e",
  "\u200b",
  "\u0301",
  "\n> ",
  "\n# ",
];
const noise = fc.constantFrom(
  ...NOISE,
  "😀",
  "%00",
  "${x}",
  "{{x}}",
  "'; drop table",
  "<script>",
  "\\",
  "\ud83d",
  " ".repeat(50),
);

const clause = fc.tuple(frame, name, name).map(([put, one, other]) => put(one, other));

/** A question with pieces set in at some places, and some characters twice or gone. */
const question = fc
  .tuple(
    fc.array(clause, { minLength: 1, maxLength: 4 }),
    fc.array(
      fc.tuple(fc.nat({ max: 400 }), fc.oneof(noise, fc.constantFrom("", "ee", "?")), fc.nat({ max: 2 })),
      {
        maxLength: 6,
      },
    ),
  )
  .map(([clauses, edits]) =>
    edits.reduce((so, [at, by, gone]) => so.slice(0, at) + by + so.slice(at + gone), clauses.join(" ")),
  );

/** What would ping, link to a stranger's page, or turn the direction of writing. */
const HARM =
  /@(?:everyone|here)|<@|(?<!\\)\]\(<?https:\/\/evil|(?<!\\)\]\((?!<?https:\/\/)|[\u202a-\u202e\u2066-\u2069]/u;

/** What a member reads of a reply, without its buttons and menus: those format nothing. */
const wordsOf = (reply: Reply): string =>
  readPage([...renderReply(reply, assistant.wording)])
    .replaceAll("[ZWSP]", "\u200b")
    .replaceAll(/^\[(?:button|menu) .*$/gm, "");

/** A message's own limit: https://docs.discord.com/developers/components/reference. */
const TEXT_MOST = 4_000;

describe("a question of known and unknown words, with anything set in", () => {
  test(
    "is answered with a source for each part, asked back or refused, and shown without harm",
    { timeout: TIMEOUT },
    () => {
      fc.assert(
        fc.property(question, (text) => {
          const reply = assistant.ask(text);
          expect(["answer", "clarification", "refusal", "overview"]).toContain(reply.kind);
          const parts = reply.kind === "answer" ? reply.parts : [];
          for (const { citations } of parts) expect(citations.length).toBeGreaterThan(0);
          const shown = wordsOf(reply);
          expect(HARM.exec(shown)?.[0]).toBeUndefined();
          expect(shown.length).toBeLessThan(2 * TEXT_MOST);
        }),
        tries(100),
      );
    },
  );

  test(
    "as the name of a role, certification or topic gets a reply that is shown without harm",
    { timeout: TIMEOUT },
    () => {
      const command = fc.constantFrom(
        ["role", "name"] as const,
        ["skills", "role"] as const,
        ["salary", "role"] as const,
        ["cert", "name"] as const,
      );
      fc.assert(
        fc.property(command, question, ([run, option], text) => {
          const reply = assistant.run(run, { [option]: text });
          const shown = wordsOf(reply);
          expect(HARM.exec(shown)?.[0]).toBeUndefined();
        }),
        tries(100),
      );
    },
  );
});
