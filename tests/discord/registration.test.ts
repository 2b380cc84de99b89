import { describe, expect, test } from "vitest";
import { define, MESSAGE_MENU } from "../../src/discord/definitions.ts";
import { holdsSame } from "../../src/discord/registration.ts";
import { COMMANDS, type Command } from "../../src/guilds/commands.ts";

const role: Command = {
  name: "role",
  description: "A role at a glance",
  options: [
    { name: "name", description: "The role", required: true, complete: "role" },
    { name: "topic", description: "One topic", required: false, complete: undefined },
  ],
};

const inSpanish = (text: string) => ({ "es-ES": text, "es-419": text });

/** As Discord answers: with ids and nulls, and without what is false. */
const held = {
  id: "1",
  application_id: "2",
  version: "3",
  type: 1,
  name: "role",
  name_localizations: inSpanish("rol"),
  description: "A role at a glance",
  description_localizations: inSpanish(
    "Un rol de un vistazo: qué es, habilidades, salario, perspectivas y cómo llegar a serlo",
  ),
  dm_permission: true,
  default_member_permissions: null,
  nsfw: false,
  contexts: [2, 0, 1],
  integration_types: [1, 0],
  options: [
    {
      type: 3,
      name: "name",
      name_localizations: inSpanish("nombre"),
      description: "The role",
      description_localizations: inSpanish("El rol"),
      required: true,
      autocomplete: true,
    },
    {
      type: 3,
      name: "topic",
      name_localizations: inSpanish("tema"),
      description: "One topic",
      description_localizations: inSpanish("Un solo tema, por ejemplo salario o habilidades"),
    },
    {
      type: 6,
      name: "to",
      name_localizations: inSpanish("para"),
      description: "The member whom the answer is for; they are notified",
      description_localizations: inSpanish("La persona a quien va dirigida la respuesta; recibe un aviso"),
    },
    {
      type: 5,
      name: "hide",
      name_localizations: inSpanish("ocultar"),
      description: "Only you can see the answer",
      description_localizations: inSpanish("Solo tú ves la respuesta"),
    },
  ],
};

/** The entry of a message's menu, as Discord answers. */
const heldMenu = {
  id: "4",
  application_id: "2",
  version: "5",
  type: 3,
  name: "Find an answer",
  name_localizations: inSpanish("Buscar una respuesta"),
  description: "",
  description_localizations: null,
  dm_permission: true,
  default_member_permissions: null,
  nsfw: false,
  contexts: [2, 0, 1],
  integration_types: [1, 0],
};

describe("the definition of a command", () => {
  test("has the options of the command, to, and hide, in every language", () => {
    const { type, name, name_localizations, description, description_localizations } = held;
    const [first, topic, to, hide] = held.options;
    expect(define(role)).toEqual({
      type,
      name,
      name_localizations,
      description,
      description_localizations,
      integration_types: [0, 1],
      contexts: [0, 1, 2],
      options: [
        { ...first, autocomplete: true },
        { ...topic, required: false, autocomplete: false },
        { ...to, required: false },
        { ...hide, required: false },
      ],
    });
  });

  test.each(COMMANDS.map((command) => [command.name, command] as const))(
    "of /%s keeps to Discord's lengths",
    (_, command) => {
      const { name, description, options = [] } = define(command);
      expect(name).toMatch(/^[a-z]{1,32}$/);
      for (const text of [description, ...options.map((option) => option.description)])
        expect(text.length).toBeLessThanOrEqual(100);
    },
  );
});

describe("the entry of a message's menu", () => {
  test("has a name in every language, no description and no options, and is there wherever commands are", () => {
    const { type, name, name_localizations } = heldMenu;
    expect(MESSAGE_MENU).toEqual({
      type,
      name,
      name_localizations,
      integration_types: [0, 1],
      contexts: [0, 1, 2],
    });
  });
});

describe("what Discord holds", () => {
  test("is the same whatever ids, nulls and order it adds", () => {
    expect(holdsSame([held], [define(role)])).toBe(true);
    expect(
      holdsSame(
        [define({ ...role, name: "zebra" }), held],
        [define(role), define({ ...role, name: "zebra" })],
      ),
    ).toBe(true);
  });

  test("is the same for the entry of a message's menu, beside the commands", () => {
    expect(holdsSame([heldMenu, held], [define(role), MESSAGE_MENU])).toBe(true);
  });

  test.each([
    ["gone", []],
    ["a command that is typed", [{ ...heldMenu, type: 1 }]],
    ["under a member", [{ ...heldMenu, type: 2 }]],
    ["without its Spanish name", [{ ...heldMenu, name_localizations: null }]],
    ["described", [{ ...heldMenu, description: "Old" }]],
  ])("differs when the entry of a message's menu is %s", (_, answer) => {
    expect(holdsSame(answer, [MESSAGE_MENU])).toBe(false);
  });

  test.each([
    ["nothing", []],
    ["another command too", [held, { ...held, name: "old" }]],
    ["another name", [{ ...held, name: "roles" }]],
    ["another description", [{ ...held, description: "Old" }]],
    ["another name in Spanish", [{ ...held, name_localizations: inSpanish("papel") }]],
    ["no description in Spanish", [{ ...held, description_localizations: null }]],
    [
      "an option without a Spanish name",
      [{ ...held, options: [{ ...held.options[0], name_localizations: null }, ...held.options.slice(1)] }],
    ],
    ["another order of options", [{ ...held, options: held.options.toReversed() }]],
    [
      "an option that is not required",
      [{ ...held, options: [{ ...held.options[0], required: false }, ...held.options.slice(1)] }],
    ],
    [
      "an option without completion",
      [{ ...held, options: [{ ...held.options[0], autocomplete: false }, ...held.options.slice(1)] }],
    ],
    ["an option of another type", [{ ...held, options: held.options.map((each) => ({ ...each, type: 3 })) }]],
    ["without the option to", [{ ...held, options: held.options.filter(({ name }) => name !== "to") }]],
    ["servers only", [{ ...held, contexts: [0] }]],
    ["no installs by members", [{ ...held, integration_types: [0] }]],
    ["members with a permission only", [{ ...held, default_member_permissions: "32" }]],
    ["something that is no list of commands", { message: "?" }],
  ])("differs when it is %s", (_, answer) => {
    expect(holdsSame(answer, [define(role)])).toBe(false);
  });
});
