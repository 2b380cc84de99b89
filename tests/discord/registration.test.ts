import { describe, expect, test } from "vitest";
import { define } from "../../src/discord/definitions.ts";
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

/** As Discord answers: with ids and nulls, and without what is false. */
const held = {
  id: "1",
  application_id: "2",
  version: "3",
  type: 1,
  name: "role",
  name_localizations: null,
  description: "A role at a glance",
  description_localizations: null,
  dm_permission: true,
  default_member_permissions: null,
  nsfw: false,
  contexts: [2, 0, 1],
  integration_types: [1, 0],
  options: [
    {
      type: 3,
      name: "name",
      name_localizations: null,
      description: "The role",
      required: true,
      autocomplete: true,
    },
    { type: 3, name: "topic", description: "One topic" },
    { type: 5, name: "hide", description: "Only you can see the answer" },
  ],
};

describe("the definition of a command", () => {
  test("has the options of the command, and hide", () => {
    expect(define(role)).toEqual({
      type: 1,
      name: "role",
      description: "A role at a glance",
      integration_types: [0, 1],
      contexts: [0, 1, 2],
      options: [
        { type: 3, name: "name", description: "The role", required: true, autocomplete: true },
        { type: 3, name: "topic", description: "One topic", required: false, autocomplete: false },
        { type: 5, name: "hide", description: "Only you can see the answer", required: false },
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

describe("what Discord holds", () => {
  test("is the same whatever ids, nulls and order it adds", () => {
    expect(holdsSame([held], [define(role)])).toBe(true);
    expect(
      holdsSame([{ ...held, name: "zebra" }, held], [define(role), define({ ...role, name: "zebra" })]),
    ).toBe(true);
  });

  test.each([
    ["nothing", []],
    ["another command too", [held, { ...held, name: "old" }]],
    ["another name", [{ ...held, name: "roles" }]],
    ["another description", [{ ...held, description: "Old" }]],
    ["another order of options", [{ ...held, options: held.options.toReversed() }]],
    [
      "an option that is not required",
      [{ ...held, options: [{ ...held.options[0], required: false }, ...held.options.slice(1)] }],
    ],
    [
      "an option without completion",
      [{ ...held, options: [{ ...held.options[0], autocomplete: false }, ...held.options.slice(1)] }],
    ],
    ["servers only", [{ ...held, contexts: [0] }]],
    ["no installs by members", [{ ...held, integration_types: [0] }]],
    ["members with a permission only", [{ ...held, default_member_permissions: "32" }]],
    ["something that is no list of commands", { message: "?" }],
  ])("differs when it is %s", (_, answer) => {
    expect(holdsSame(answer, [define(role)])).toBe(false);
  });
});
