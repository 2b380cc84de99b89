import { ApplicationCommandUpdateRequestSchema } from "discord-api-spec/zod";
import { describe, expect, test } from "vitest";
import { define, MESSAGE_MENU } from "../../src/discord/definitions.ts";
import { defineModeration, isModerationPath } from "../../src/discord/moderation/definitions.ts";
import { HANDLED } from "../../src/discord/moderation/handlers.ts";
import { SHAPES } from "../../src/discord/moderation/shapes.ts";
import { holdsSame } from "../../src/discord/registration.ts";
import { COMMANDS } from "../../src/guilds/commands.ts";
import { LANGUAGES } from "../../src/languages/languages.ts";
import { commandListProblems } from "../support/command-rules.ts";
import { asJson, asList, asNumber, asText, type Json } from "../support/json.ts";
import { schemaProblems } from "../support/schema-check.ts";

const PATHS = Object.keys(SHAPES).filter(isModerationPath);
const definitions = defineModeration(PATHS);

const KINDS = new Map<unknown, string>([
  [3, "text"],
  [4, "integer"],
  [7, "channel"],
  [8, "role"],
  [11, "file"],
]);

/** An option as one word with its rules, such as `minutes: integer 0..1440`. */
function describeOption(option: Json): string {
  const { min_value: min, max_value: max } = option;
  const rules = [
    KINDS.get(option["type"]) ?? "?",
    ...(min === undefined ? [] : [`${asNumber(min)}..${asNumber(max)}`]),
    ...asList(option["channel_types"]).map((type) => `type ${asNumber(type)}`),
    ...asList(option["choices"]).map((choice) => asText(asJson(choice)["value"])),
    ...(option["autocomplete"] === true ? ["completed"] : []),
  ];
  return `${asText(option["name"])}${option["required"] === true ? "" : "?"}: ${rules.join(" ")}`;
}

/** Every line that a member can type, with what it takes. */
function linesOf(node: Json, before = ""): string[] {
  const options = asList(node["options"]).map(asJson);
  const name = `${before} ${asText(node["name"])}`.trim();
  const children = options.filter(({ type }) => type === 1 || type === 2);
  if (children.length > 0) return children.flatMap((child) => linesOf(child, name));
  return [`/${[name, ...options.map(describeOption)].join(" | ")}`];
}

describe("the moderation commands", () => {
  test("are these, with these options", () => {
    expect(definitions.flatMap((each) => linesOf({ ...each })).join("\n")).toMatchInlineSnapshot(`
      "/knowledge add | file: file | title?: text | url?: text | published?: text
      /knowledge list
      /knowledge show | document: text completed
      /knowledge remove | document: text completed
      /knowledge replace | document: text completed | file: file | title?: text | url?: text | published?: text
      /knowledge export | document?: text completed
      /knowledge stale
      /knowledge conflicts
      /settings show
      /settings ask-channel add | channel: channel type 0 type 5
      /settings ask-channel remove | channel: channel type 0 type 5
      /settings ask-forum add | forum: channel type 15 type 16
      /settings ask-forum remove | forum: channel type 15 type 16
      /settings reply-style | style: text reply thread
      /settings interval | minutes: integer 0..1440
      /settings helper-role set | role: role
      /settings helper-role clear
      /settings gap-channel set | channel: channel type 0 type 5
      /settings gap-channel clear
      /settings language | language: text automatic en es
      /settings forget-everything
      /gaps | weeks?: integer 1..52
      /status
      /privacy"
    `);
  });

  test("are what Discord takes, beside all others", () => {
    const all = [...COMMANDS.map(define), ...definitions, MESSAGE_MENU];
    expect(all.flatMap((each) => schemaProblems(ApplicationCommandUpdateRequestSchema, each))).toEqual([]);
    expect(commandListProblems(all.map((each) => ({ ...each })))).toEqual([]);
  });

  test.each(definitions.filter(({ name }) => name !== "privacy").map((each) => [each.name, each] as const))(
    "/%s is for servers that have the bot, and for who may manage them",
    (_, definition) => {
      expect(definition).toMatchObject({
        default_member_permissions: "32",
        contexts: [0],
        integration_types: [0],
      });
    },
  );

  test("/privacy is for everybody everywhere, and takes no options", () => {
    const privacy = defineModeration(["privacy"]);
    expect(privacy).toMatchObject([
      { name: "privacy", contexts: [0, 1, 2], integration_types: [0, 1], options: [] },
    ]);
    expect(privacy[0]).not.toHaveProperty("default_member_permissions");
  });

  test("go by the English names that their handlers know them by", () => {
    const names = PATHS.map((path) => [path, LANGUAGES[0].moderation.commands[path].name] as const);
    for (const [path, name] of names) expect(path.split(" ").at(-1)).toBe(name);
    for (const path of PATHS) {
      const options = Object.entries(LANGUAGES[0].moderation.commands[path].options);
      expect(options.map(([id]) => id)).toEqual(Object.keys(SHAPES[path]));
      expect(options.map(([, { name }]) => name)).toEqual(Object.keys(SHAPES[path]));
    }
  });

  test("have no name, description or choice without a translation, but for the names of languages", () => {
    const untranslated = definitions.flatMap((each) => withoutSpanish({ ...each }));
    expect(untranslated).toEqual(["English", "Español"]);
  });

  test("are offered as far as they are handled: no group without subcommands, and no command without an answer", () => {
    expect(
      defineModeration(HANDLED)
        .flatMap((each) => linesOf({ ...each }))
        .map((line) => line.split(" | ")[0]),
    ).toEqual(HANDLED.map((path) => `/${path}`));
    expect(defineModeration(["settings ask-forum add"])).toMatchObject([
      { name: "settings", options: [{ name: "ask-forum", type: 2, options: [{ name: "add", type: 1 }] }] },
    ]);
  });
});

function withoutSpanish(node: Json): string[] {
  const texts = ["name", ...("description" in node ? ["description"] : [])];
  const missing = texts.filter((text) => asText(asJson(node[`${text}_localizations`])["es-ES"]) === "");
  const children = [...asList(node["options"]), ...asList(node["choices"])].map(asJson);
  return [...missing.map(() => asText(node["name"])), ...children.flatMap(withoutSpanish)];
}

/** As Discord answers: with ids, versions and nulls, and without what is false or empty. */
function asHeld(node: Json): Json {
  const { options, required, ...rest } = node;
  const children = asList(options).map((option) => asHeld(asJson(option)));
  return {
    ...rest,
    ...(required === true ? { required } : {}),
    ...(children.length > 0 ? { options: children } : {}),
  };
}

const held = definitions.map((each) => ({
  id: "1",
  application_id: "2",
  version: "3",
  nsfw: false,
  dm_permission: false,
  default_member_permissions: null,
  ...asHeld({ ...each }),
}));

type Change = (node: Json) => Json;

/** Changes what is found below these names, such as `settings interval minutes`. */
function changed(path: string, change: Change): readonly Json[] {
  return held.map((each) => changedIn(each, path.split(" "), change));
}

function changedIn(node: Json, [name, ...rest]: readonly string[], change: Change): Json {
  if (asText(node["name"]) !== name) return node;
  if (rest.length === 0) return change(node);
  return {
    ...node,
    options: asList(node["options"]).map((option) => changedIn(asJson(option), rest, change)),
  };
}

const put =
  (fields: Json): Change =>
  (node) => ({ ...node, ...fields });

/** Without one of the options below a name. */
const less = (path: string, name: string) =>
  changed(path, (node) => ({
    ...node,
    options: asList(node["options"]).filter((each) => asJson(each)["name"] !== name),
  }));

describe("what Discord holds of them", () => {
  test("is the same with ids and nulls, without what is false, and with channel types in another order", () => {
    expect(holdsSame(held, definitions)).toBe(true);
    expect(
      holdsSame(
        changed("settings ask-forum add forum", put({ channel_types: [16, 15], min_value: null })),
        definitions,
      ),
    ).toBe(true);
  });

  test.each<readonly [string, string, Json]>([
    ["the permission of a command", "settings", { default_member_permissions: null }],
    ["where a command is offered", "settings", { contexts: [0, 1] }],
    ["who may install a command", "settings", { integration_types: [0, 1] }],
    ["the Spanish name of a group", "settings ask-channel", { name_localizations: { "es-ES": "canal" } }],
    ["the description of a subcommand", "knowledge list", { description: "Old" }],
    ["the Spanish description of a subcommand", "knowledge list", { description_localizations: null }],
    ["the options of a subcommand", "knowledge add", { options: [] }],
    ["the name of an option", "gaps weeks", { name: "months" }],
    ["a group that is a subcommand", "settings helper-role", { type: 1 }],
    ["a type of option", "settings helper-role set role", { type: 9 }],
    ["what an option needs", "settings helper-role set role", { required: false }],
    ["the completion of an option", "knowledge show document", { autocomplete: false }],
    ["the types of a channel", "settings ask-channel add channel", { channel_types: [0] }],
    ["the least of a number", "settings interval minutes", { min_value: 1 }],
    ["the most of a number", "settings interval minutes", { max_value: 60 }],
    ["the most of another number", "gaps weeks", { max_value: undefined }],
    ["the length of a text", "knowledge add title", { max_length: 10 }],
    ["the choices of an option", "settings reply-style style", { choices: [] }],
    [
      "the value of a choice",
      "settings reply-style style",
      { choices: [{ name: "As a reply to the question", value: "x" }] },
    ],
  ])("differs in %s", (_, path, fields) => {
    const answer = changed(path, put(fields));
    expect(answer).not.toEqual(held);
    expect(holdsSame(answer, definitions)).toBe(false);
  });

  test("differs in the order and the Spanish names of choices", () => {
    const [reply, thread] = asList(
      asJson(
        asList(
          asJson(
            asList(asJson(held[1])["options"])
              .map(asJson)
              .find(({ name }) => name === "reply-style"),
          )["options"],
        )[0],
      )["choices"],
    );
    const style = "settings reply-style style";
    expect(holdsSame(changed(style, put({ choices: [reply, thread] })), definitions)).toBe(true);
    expect(holdsSame(changed(style, put({ choices: [thread, reply] })), definitions)).toBe(false);
    const untranslated = { ...asJson(reply), name_localizations: null };
    expect(holdsSame(changed(style, put({ choices: [untranslated, thread] })), definitions)).toBe(false);
  });

  test("differs when a subcommand or a group is missing", () => {
    expect(holdsSame(less("knowledge", "stale"), definitions)).toBe(false);
    expect(holdsSame(less("settings", "gap-channel"), definitions)).toBe(false);
    expect(holdsSame(less("settings gap-channel", "clear"), definitions)).toBe(false);
  });
});
