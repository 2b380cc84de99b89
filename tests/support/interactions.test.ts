import { MessageFlags, Routes, type Client, type Interaction } from "discord.js";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "./loopback-discord.ts";
import { button, row, startSampleBot } from "./sample-bot.ts";
import type { Violation } from "./violations.ts";

let discord: LoopbackDiscord;
let bot: Client<true>;
let answer: (interaction: Interaction) => Promise<unknown>;

const MINUTE = 60_000;

const COMMANDS = [
  {
    name: "ask",
    description: "Ask",
    integration_types: [0, 1],
    contexts: [0, 1, 2],
    options: [
      {
        type: 3,
        name: "question",
        description: "Question",
        required: true,
        autocomplete: true,
        max_length: 20,
      },
      { type: 5, name: "hide", description: "Show it only to me" },
    ],
  },
  {
    name: "knowledge",
    description: "Documents",
    default_member_permissions: "32",
    contexts: [0],
    options: [
      {
        type: 1,
        name: "add",
        description: "Add one",
        options: [{ type: 11, name: "file", description: "File", required: true }],
      },
    ],
  },
  { type: 3, name: "Find an answer", integration_types: [0, 1] },
  { type: 2, name: "Greet" },
];

beforeAll(async () => {
  discord = await startLoopbackDiscord({ patience: 1_000 });
  bot = await startSampleBot(discord, { onInteraction: (interaction) => answer(interaction) });
  await bot.rest.put(Routes.applicationCommands(bot.application.id), { body: COMMANDS });
});

afterAll(async () => {
  await bot.destroy();
  await discord.close();
});

afterEach(() => discord.expectNoViolations());

const ada = () => discord.member("ada");
const asks = (values = {}) => ada().uses("ask", { question: "why?", ...values });

/** Makes the bot answer the next interactions with callbacks exactly as given, one after the other. */
function callBack(...bodies: readonly object[]): void {
  answer = async ({ id, token }) => {
    for (const body of bodies) {
      // The callbacks follow one another on purpose.
      // oxlint-disable-next-line no-await-in-loop
      await bot.rest.post(Routes.interactionCallback(id, token), { body, auth: false });
    }
  };
}

/** What the bot did wrong in answering, without waiting for the answer that never comes. */
async function violationsOf(pending: Promise<unknown>): Promise<readonly Violation[]> {
  pending.catch(() => undefined);
  await discord.until(() => discord.violations.length > 0, "nothing was refused");
  return discord.takeViolations();
}

function onCommand(run: (interaction: Extract<Interaction, { reply: unknown }>) => Promise<unknown>): void {
  answer = async (interaction) => (interaction.isRepliable() ? run(interaction) : undefined);
}

describe("a member sees", () => {
  test("a hidden reply as ephemeral", async () => {
    onCommand((interaction) => interaction.reply({ content: "psst", flags: MessageFlags.Ephemeral }));
    expect(await asks()).toMatchObject({ text: "psst", ephemeral: true });
  });

  test("every text of a layout from top to bottom, its buttons and its menu", async () => {
    const link = { type: 2, style: 5, label: "Source", url: "https://example.org" };
    const menu = {
      type: 3,
      custom_id: "topic",
      placeholder: "Topic",
      options: [{ label: "Pay", value: "pay" }],
    };
    const section = { type: 9, components: [{ type: 10, content: "two" }], accessory: link };
    const container = { type: 17, components: [section, { type: 1, components: [menu] }] };
    const data = {
      flags: 1 << 15,
      components: [{ type: 10, content: "one" }, container],
      allowed_mentions: { parse: [] },
    };
    callBack({ type: 4, data });
    expect(await asks()).toMatchObject({
      text: "one\ntwo",
      buttons: [{ label: "Source", url: "https://example.org", customId: undefined, style: "Link" }],
      selects: [{ placeholder: "Topic", options: [{ label: "Pay", value: "pay", chosen: false }] }],
    });
  });

  test("the reply that takes the place of a deferred one, as visible as that was", async () => {
    onCommand(async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply("thought about it");
    });
    expect(await asks()).toMatchObject({ text: "thought about it", ephemeral: true, edits: [] });
  });

  test("a first follow-up in the place of a deferred reply", async () => {
    onCommand(async (interaction) => {
      await interaction.deferReply();
      await interaction.followUp("here");
    });
    expect((await asks()).text).toBe("here");
  });

  test("follow-ups and later edits", async () => {
    onCommand(async (interaction) => {
      const response = await interaction.reply({ content: "one", withResponse: true });
      expect(response.resource?.message?.content).toBe("one");
      await interaction.followUp("two");
      await interaction.editReply("one, corrected");
    });
    const reply = await asks();
    expect((await discord.followUp(reply)).text).toBe("two");
    expect(await discord.edited({ ...reply, edits: [] })).toMatchObject({
      text: "one, corrected",
      edits: ["one"],
    });
  });

  test("a message that a click changes, and that a second click deletes", async () => {
    answer = async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({
          content: "one",
          components: [row(button("Change", "c"), button("Delete", "d"))],
        });
      }
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      if (interaction.customId === "c") await interaction.editReply("two");
      else await interaction.deleteReply();
    };
    const reply = await ada().clicks(await asks(), "Change");
    expect(reply).toMatchObject({ text: "two", deleted: false });
    expect(await ada().clicks(reply, "Delete")).toMatchObject({ deleted: true });
    await expect(ada().clicks(reply, "Delete")).rejects.toThrow("deleted");
  });

  test("the choices for what is typed", async () => {
    answer = async (interaction) => {
      if (interaction.isAutocomplete())
        await interaction.respond([{ name: interaction.options.getFocused(), value: "v" }]);
    };
    expect(await ada().types("ask", "question", "wh")).toEqual([{ name: "wh", value: "v" }]);
  });

  test("a form, and the answer to what is filled in", async () => {
    const input = { type: 4, custom_id: "why", style: 1, label: "Why?" };
    answer = async (interaction) => {
      if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue("why"));
      else
        await bot.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
          body,
          auth: false,
        });
    };
    const body = {
      type: 9,
      data: { custom_id: "form", title: "Feedback", components: [{ type: 1, components: [input] }] },
    };
    const form = await ada().usesForForm("ask", { question: "why?" });
    expect((await ada().submits(form, { why: "because" })).text).toBe("because");
  });

  test("the answer to a command in a message's or a member's menu", async () => {
    answer = async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(interaction.targetMessage.content);
      if (interaction.isUserContextMenuCommand()) await interaction.reply(interaction.targetUser.username);
    };
    const said = await discord.member("bob").says("what pays best?");
    expect((await ada().opensMenu("Find an answer", said)).text).toBe("what pays best?");
    expect((await ada().opensMenu("Greet", discord.member("bob"))).text).toBe("bob");
  });

  test("a file that they upload reaches the bot", async () => {
    answer = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { url } = interaction.options.getAttachment("file", true);
      await interaction.reply(await (await fetch(url)).text());
    };
    const moderator = discord.member("grace", { permissions: ["ManageGuild"] });
    const reply = await moderator.uses("knowledge add", { file: { name: "a.md", content: "# Pay" } });
    expect(reply.text).toBe("# Pay");
  });
});

const replying = (data: object = {}) => ({
  type: 4,
  data: { content: "x", allowed_mentions: { parse: [] }, ...data },
});

describe("Discord refuses", () => {
  test.each<[string, object, string]>([
    [
      "a reply that does not forbid pings",
      replying({ allowed_mentions: undefined }),
      "allowed_mentions: is missing",
    ],
    ["a reply that is too long", replying({ content: "x".repeat(2_001) }), "content"],
    ["a reply that is empty", replying({ content: "" }), "a message was empty"],
    [
      "a deferred reply with content",
      { type: 5, data: { content: "x" } },
      "the flag EPHEMERAL and nothing else",
    ],
    [
      "a deferred reply with another flag",
      { type: 5, data: { flags: 1 << 15 } },
      "the flag EPHEMERAL and nothing else",
    ],
    ["an update where there is no message", { type: 7, data: { content: "x" } }, "7 does not answer"],
    ["choices for a command", { type: 8, data: { choices: [] } }, "8 does not answer"],
    ["a callback of unknown type", { type: 99 }, "99 does not answer"],
  ])("%s", async (_, body, rule) => {
    callBack(body);
    expect((await violationsOf(asks())).map((violation) => violation.rule)).toEqual([
      expect.stringContaining(rule),
    ]);
  });

  test.each<[string, object, string]>([
    [
      "26 choices",
      { type: 8, data: { choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) } },
      "data",
    ],
    [
      "a choice with a name of 101 characters",
      { type: 8, data: { choices: [{ name: "x".repeat(101), value: "v" }] } },
      "name",
    ],
    ["a choice with an empty name", { type: 8, data: { choices: [{ name: "", value: "v" }] } }, "name"],
    [
      "a choice with a value of 101 characters",
      { type: 8, data: { choices: [{ name: "n", value: "x".repeat(101) }] } },
      "value",
    ],
    ["to defer choices", { type: 5 }, "5 does not answer"],
    ["a message in place of choices", replying(), "4 does not answer"],
  ])("%s", async (_, body, rule) => {
    callBack(body);
    expect(
      (await violationsOf(ada().types("ask", "question", "wh"))).map((violation) => violation.rule),
    ).toEqual([expect.stringContaining(rule)]);
  });

  test("a second callback", async () => {
    callBack(replying(), replying());
    await asks();
    await discord.until(() => discord.violations.length > 0, "the second callback passed");
    expect(discord.takeViolations()).toMatchObject([{ rule: "an interaction was acknowledged twice" }]);
  });

  test("a callback more than three seconds after the interaction", async () => {
    onCommand((interaction) => interaction.reply("at last"));
    const pending = asks();
    discord.passTime(3_001);
    await expect(pending).rejects.toThrow("its callback came too late");
  });

  test("an edit of the reply after fifteen minutes", async () => {
    let edit: Promise<unknown> = Promise.resolve();
    onCommand(async (interaction) => {
      await interaction.reply("in time");
      discord.passTime(15 * MINUTE + 1);
      edit = interaction.editReply("too late");
      await edit;
    });
    await asks();
    await discord.until(() => discord.requests.at(-1)?.status === 401, "the edit passed");
    await expect(edit).rejects.toMatchObject({ code: 50027 });
  });

  test("a follow-up before the callback", async () => {
    const body = { content: "first!", allowed_mentions: { parse: [] } };
    answer = ({ token }) => bot.rest.post(Routes.webhook(bot.application.id, token), { body, auth: false });
    expect(await violationsOf(asks())).toMatchObject([{ rule: "a webhook was used before the callback" }]);
  });

  test("a sixth follow-up of an application that only the member installed", async () => {
    onCommand(async (interaction) => {
      await interaction.reply("0");
      for (const text of ["1", "2", "3", "4", "5", "6"]) {
        // They are counted in order.
        // oxlint-disable-next-line no-await-in-loop
        await interaction.followUp(text);
      }
    });
    const response = await ada().uses("ask", { question: "why?" }, { isUserInstall: true });
    await discord.until(() => discord.violations.length > 0, "the sixth passed");
    expect((await discord.followUp(response, 4)).text).toBe("5");
    expect(discord.takeViolations()).toMatchObject([
      { rule: "a user-installed application followed up too often" },
    ]);
  });
});

test("a member who gets no answer learns why", async () => {
  const impatient = await startLoopbackDiscord({ patience: 100 });
  const client = await startSampleBot(impatient, {
    onInteraction: async (interaction) =>
      interaction.isRepliable() ? interaction.reply("x".repeat(2_001)) : undefined,
  });
  await client.rest.put(Routes.applicationCommands(client.application.id), { body: COMMANDS });
  const asking = impatient.member("ada").uses("ask", { question: "why?" });
  await expect(asking).rejects.toThrow(
    /^The application did not respond: its callback was refused\n- POST .*content/,
  );
  impatient.takeViolations();
  await client.destroy();
  await impatient.close();
});

test("a retried callback is no violation when Discord lost its first answer", async () => {
  discord.fail({ path: "/callback", trouble: { kind: "lost-answer" } });
  onCommand((interaction) => interaction.reply("twice"));
  expect((await asks()).text).toBe("twice");
  await discord.until(() => discord.requests.at(-1)?.status === 400, "the callback was not retried");
});

test("an interaction says where it happened and what the bot may do there", async () => {
  const seen: object[] = [];
  onCommand(async (interaction) => {
    const { context, guildId, locale } = interaction;
    const owners = interaction.authorizingIntegrationOwners;
    seen.push({
      context,
      guildId,
      locale,
      guild: owners.guildId,
      user: owners.userId,
      mayWrite: interaction.appPermissions.has("SendMessages"),
    });
    await interaction.reply("noted");
  });
  const quiet = discord.channel("career-questions");
  discord.deny(quiet, "SendMessages");
  const foreign = discord.guild({
    name: "Elsewhere",
    channels: ["lobby"],
    hasBot: false,
    allowsExternalApps: false,
  });
  const bob = discord.member("bob");
  const where = [
    discord.channel("general"),
    quiet,
    ada().dm,
    ada().privateChannelWith(bob),
    discord.channel("lobby", foreign),
  ];
  const ephemeral: boolean[] = [];
  for (const channel of where) {
    // One place after the other.
    // oxlint-disable-next-line no-await-in-loop
    ephemeral.push((await ada().uses("ask", { question: "why?" }, { channel })).ephemeral);
  }
  const { id: home } = discord.home;
  const { id: user } = ada();
  expect(seen).toEqual([
    { context: 0, guildId: home, locale: "en-US", guild: home, user: null, mayWrite: true },
    { context: 0, guildId: home, locale: "en-US", guild: home, user: null, mayWrite: false },
    { context: 1, guildId: null, locale: "en-US", guild: "0", user: null, mayWrite: true },
    { context: 2, guildId: null, locale: "en-US", guild: null, user, mayWrite: false },
    { context: 0, guildId: foreign.id, locale: "en-US", guild: null, user, mayWrite: false },
  ]);
  expect(ephemeral).toEqual([false, false, false, false, true]);
});

describe("a member cannot", () => {
  test.each<[string, () => Promise<unknown>, string]>([
    ["use a command that is not registered", () => ada().uses("nothing"), "/nothing is not registered"],
    ["leave out a required option", () => ada().uses("ask"), "/ask needs question"],
    ["fill in an option that does not exist", () => asks({ what: "x" }), "/ask has no option what"],
    ["type more than an option takes", () => asks({ question: "x".repeat(21) }), "21 characters"],
    [
      "use a command without the permissions it asks for",
      () => ada().uses("knowledge add", {}),
      "default_member_permissions",
    ],
    [
      "use a command outside its contexts",
      () => ada().in({ channel: ada().dm }).uses("knowledge add"),
      "contexts",
    ],
    [
      "use a group as if it were a command",
      () => discord.member("grace").uses("knowledge"),
      "needs a subcommand",
    ],
    [
      "be helped with an option that does not complete",
      () => ada().types("ask", "hide", "t"),
      "does not complete",
    ],
    [
      "write in a channel that does not exist",
      () => ada().says("x", { channel: "nowhere" }),
      "no channel nowhere",
    ],
  ])("%s", async (_, act, reason) => {
    await expect(act()).rejects.toThrow(reason);
  });

  test("use a component that is disabled, a link, missing, or shown to someone else", async () => {
    const link = { type: 2, style: 5, label: "Source", url: "https://example.org" };
    const off = { type: 2, style: 2, label: "Off", custom_id: "off", disabled: true };
    const on = { type: 2, style: 2, label: "On", custom_id: "on" };
    const data = {
      flags: 64,
      components: [{ type: 1, components: [link, off, on] }],
      allowed_mentions: { parse: [] },
    };
    callBack({ type: 4, data });
    const reply = await asks();
    await expect(ada().clicks(reply, "Off")).rejects.toThrow("disabled");
    await expect(ada().clicks(reply, "Source")).rejects.toThrow("is a link");
    await expect(ada().clicks(reply, "Nope")).rejects.toThrow('there is no "Nope", only: Source, Off, On');
    await expect(discord.member("bob").clicks(reply, "On")).rejects.toThrow("only another member sees it");
  });
});

test("a custom id that is not on the message reaches the bot when a client is tampered with", async () => {
  answer = async (interaction) => {
    if (interaction.isRepliable())
      await interaction.reply(interaction.isButton() ? interaction.customId : "x");
  };
  expect((await ada().forges(await asks(), "v0:old")).text).toBe("v0:old");
});

test("a chosen option reaches the bot by its value", async () => {
  const menu = {
    type: 3,
    custom_id: "topic",
    placeholder: "Topic",
    options: [{ label: "Pay", value: "pay" }],
  };
  answer = async (interaction) => {
    if (interaction.isStringSelectMenu())
      await interaction.update({ content: interaction.values.join(), components: [] });
    else if (interaction.isRepliable())
      await interaction.reply({ components: [{ type: 1, components: [menu] }] });
  };
  const reply = await asks();
  await expect(ada().chooses(reply, "Topic", ["Fame"])).rejects.toThrow('"Fame" is not offered, only: Pay');
  expect((await ada().chooses(reply, "Topic", ["Pay"])).text).toBe("pay");
});
