import { Routes, TextChannel, type Client } from "discord.js";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { asJson, asList } from "./json.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "./loopback-discord.ts";
import { startSampleBot } from "./sample-bot.ts";

let discord: LoopbackDiscord;
let bot: Client<true>;

beforeAll(async () => {
  discord = await startLoopbackDiscord();
  bot = await startSampleBot(discord, { rest: { retries: 0 } });
});

afterAll(async () => {
  await bot.destroy();
  await discord.close();
});

afterEach(() => discord.expectNoViolations());

const V2 = 1 << 15;
const NO_PINGS = { allowed_mentions: { parse: [] } };

const post = (body: object, channel = "general") =>
  bot.rest.post(Routes.channelMessages(discord.channel(channel).id), { body });

async function general(): Promise<TextChannel> {
  const channel = await bot.channels.fetch(discord.channel("general").id);
  if (!(channel instanceof TextChannel)) throw new Error("general is a text channel");
  return channel;
}

const long = (length: number) => "x".repeat(length);
const button = (fields: object = {}) => ({ type: 2, style: 2, label: "Go", custom_id: "go", ...fields });
const row = (...components: object[]) => ({ type: 1, components });
const option = (fields: object = {}) => ({ label: "One", value: "1", ...fields });
const select = (fields: object = {}) => ({ type: 3, custom_id: "pick", options: [option()], ...fields });
const display = (content: string) => ({ type: 10, content });
const command = (fields: object = {}) => ({ name: "ask", description: "Ask", ...fields });
const text = (name: string, fields: object = {}) => ({ type: 3, name, description: "Text", ...fields });
const typing = () => bot.rest.post(Routes.channelTyping(discord.channel("general").id));
const many = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index));
const embed = (fields: object) => ({ embeds: [fields] });

describe("a message is posted when", () => {
  test.each<[string, object]>([
    ["it has 2,000 characters", { content: long(2_000) }],
    [
      "its embeds have 6,000 characters in all",
      { embeds: [{ description: long(4_000) }, { description: long(2_000) }] },
    ],
    ["an embed's timestamp has an offset", embed({ title: "t", timestamp: "2026-01-01T00:00:00.000+00:00" })],
    [
      "it has five rows of five buttons",
      { components: many(5, (r) => row(...many(5, (b) => button({ custom_id: `${r}.${b}` })))) },
    ],
    [
      "its select has 25 options",
      { components: [row(select({ options: many(25, (i) => option({ value: `${i}` })) }))] },
    ],
    [
      "its 40 layout components have 4,000 characters",
      { flags: V2, components: many(40, () => display(long(100))) },
    ],
    [
      "a link button opens a web page",
      { components: [row({ type: 2, style: 5, label: "Open", url: "https://example.org" })] },
    ],
    [
      "it replies to a message that is gone but does not insist",
      { content: "x", message_reference: { message_id: "1", fail_if_not_exists: false } },
    ],
  ])("%s", async (_, body) => {
    await expect(post({ ...NO_PINGS, ...body })).resolves.toHaveProperty("id");
  });
});

describe("a message is refused and the violation kept when", () => {
  test.each<[string, object, string]>([
    ["its content has 2,001 characters", { content: long(2_001) }, "content: must be 2000"],
    ["it is empty", {}, "a message was empty"],
    ["it is blank", { content: " \n" }, "a message was empty"],
    [
      "its embeds have 6,001 characters in all",
      { embeds: [{ description: long(4_000) }, { description: long(2_001) }] },
      "6001 characters",
    ],
    ["an embed is empty", embed({ color: 1 }), "an embed must not be empty"],
    [
      "an embed's description has 4,097 characters",
      embed({ description: long(4_097) }),
      "embeds.0.description",
    ],
    ["it has eleven embeds", { embeds: many(11, () => ({ title: "t" })) }, "embeds"],
    [
      "an embed has 26 fields",
      embed({ fields: many(26, () => ({ name: "n", value: "v" })) }),
      "embeds.0.fields",
    ],
    [
      "it has six rows",
      { components: many(6, (index) => row(button({ custom_id: `${index}` }))) },
      "5 rows or fewer",
    ],
    [
      "a row has six buttons",
      { components: [row(...many(6, (index) => button({ custom_id: `${index}` })))] },
      "components.0",
    ],
    ["a row is empty", { components: [row()] }, "components.0"],
    ["a select shares its row", { components: [row(select(), button())] }, "a select fills its row"],
    ["a button stands outside a row", { components: [button()] }, "components"],
    ["a custom_id is used twice", { components: [row(button(), button())] }, 'custom_id "go" is used twice'],
    ["a custom_id is empty", { components: [row(button({ custom_id: "" }))] }, "custom_id"],
    ["a custom_id has 101 characters", { components: [row(button({ custom_id: long(101) }))] }, "custom_id"],
    [
      "a button has no custom_id",
      { components: [row({ type: 2, style: 2, label: "Go" })] },
      "a button needs a custom_id",
    ],
    [
      "a button has neither label nor emoji",
      { components: [row({ type: 2, style: 2, custom_id: "go" })] },
      "a label or an emoji",
    ],
    ["a button's label has 81 characters", { components: [row(button({ label: long(81) }))] }, ".label"],
    [
      "a link button has a custom_id",
      { components: [row(button({ style: 5, url: "https://example.org" }))] },
      "takes no custom_id",
    ],
    [
      "a link button's url has 513 characters",
      { components: [row({ type: 2, style: 5, label: "Go", url: `https://e.org/${long(499)}` })] },
      "url",
    ],
    [
      "a link button runs a script",
      { components: [row({ type: 2, style: 5, label: "Go", url: "javascript:alert(1)" })] },
      "is not accepted",
    ],
    [
      "a select has 26 options",
      { components: [row(select({ options: many(26, (i) => option({ value: `${i}` })) }))] },
      "options: Too big",
    ],
    ["a select has no options", { components: [row(select({ options: [] }))] }, "options"],
    [
      "two options of a select have one value",
      { components: [row(select({ options: [option(), option()] }))] },
      "the same value",
    ],
    [
      "an option's label has 101 characters",
      { components: [row(select({ options: [option({ label: long(101) })] }))] },
      "options.0.",
    ],
    [
      "an option's value is empty",
      { components: [row(select({ options: [option({ value: "" })] }))] },
      "options.0.",
    ],
    [
      "an option's description has 101 characters",
      { components: [row(select({ options: [option({ description: long(101) })] }))] },
      "options.0.",
    ],
    [
      "a placeholder has 151 characters",
      { components: [row(select({ placeholder: long(151) }))] },
      "placeholder",
    ],
    [
      "max_values exceeds the options",
      { components: [row(select({ max_values: 2 }))] },
      "max_values cannot be met",
    ],
    [
      "a layout component comes without its flag",
      { components: [display("x")] },
      "need the flag IS_COMPONENTS_V2",
    ],
    [
      "the layout flag comes with content",
      { flags: V2, content: "x", components: [display("x")] },
      "content: cannot be used",
    ],
    [
      "the layout flag comes with embeds",
      { flags: V2, embeds: [{ title: "t" }], components: [display("x")] },
      "embeds: cannot be used",
    ],
    [
      "41 layout components are nested",
      { flags: V2, components: [{ type: 17, components: many(40, () => display("x")) }] },
      "41 components",
    ],
    [
      "layout components have 4,001 characters",
      { flags: V2, components: [display(long(4_000)), display("x")] },
      "4001 characters",
    ],
    [
      "a file is shown but not attached",
      embed({ image: { url: "attachment://chart.png" } }),
      "attachment://chart.png",
    ],
    ["it claims to be ephemeral", { content: "x", flags: 64 }, "only answers to interactions"],
    ["its nonce has 26 characters", { content: "x", nonce: long(26) }, "nonce"],
    [
      "it insists on replying to a message that is gone",
      { content: "x", message_reference: { message_id: "1" } },
      "Unknown message",
    ],
    [
      "it does not forbid pings",
      { content: "x", allowed_mentions: undefined },
      "allowed_mentions: is missing",
    ],
    [
      "it pings the users it names",
      { content: "x", allowed_mentions: { parse: ["users"] } },
      "lets the message ping",
    ],
    [
      "it pings one user",
      { content: "x", allowed_mentions: { parse: [], users: ["1"] } },
      "lets the message ping",
    ],
    [
      "it pings the one it replies to",
      { content: "x", allowed_mentions: { parse: [], replied_user: true } },
      "lets the message ping",
    ],
  ])("%s", async (_, body, rule) => {
    await expect(post({ ...NO_PINGS, ...body })).rejects.toMatchObject({ status: 400 });
    expect(discord.takeViolations().map((violation) => violation.rule)).toEqual([
      expect.stringContaining(rule),
    ]);
  });
});

test("a refused body is answered in the shape of Discord's form errors", async () => {
  const refused = post({ content: long(2_001), ...NO_PINGS });
  await expect(refused).rejects.toMatchObject({
    code: 50035,
    rawError: {
      message: "Invalid Form Body",
      errors: { content: { _errors: [{ message: "must be 2000 or fewer in length, is 2001" }] } },
    },
  });
  expect(discord.takeViolations()).toHaveLength(1);
});

test("an edit is held to the message as it stands afterwards", async () => {
  const message = await (await general()).send({ components: [row(button())], content: "x" });
  await expect(message.edit({ content: "", components: [] })).rejects.toMatchObject({ code: 50006 });
  await expect(message.edit({ content: "y", flags: V2 })).rejects.toMatchObject({ code: 50035 });
  const path = Routes.channelMessage(message.channelId, message.id);
  await expect(bot.rest.patch(path, { body: { content: "z" } })).rejects.toMatchObject({ code: 50035 });
  const rules = discord.takeViolations().map(({ rule }) => rule);
  expect(rules).toEqual([
    "a message was empty",
    expect.stringContaining("content: cannot be used with the flag IS_COMPONENTS_V2"),
    expect.stringContaining("allowed_mentions: is missing"),
  ]);
});

test("two messages with one enforced nonce are one message", async () => {
  const body = { ...NO_PINGS, content: "once", nonce: "7", enforce_nonce: true };
  const [first, second] = [asJson(await post(body)), asJson(await post(body))];
  expect(second["id"]).toBe(first["id"]);
  discord.passTime(6 * 60_000);
  expect(asJson(await post(body))["id"]).not.toBe(first["id"]);
});

describe("commands are refused and the violation kept when", () => {
  test.each<[string, object[], string]>([
    ["a name has capitals", [command({ name: "Ask" })], "0.name"],
    ["a name has spaces", [command({ name: "ask me" })], "0.name"],
    ["a name has 33 characters", [command({ name: long(33) })], "0.name"],
    ["a description is missing", [{ name: "ask" }], "0.description"],
    ["a description has 101 characters", [command({ description: long(101) })], "0.description"],
    ["there are 26 options", [command({ options: many(26, (index) => text(`o${index}`)) })], "options"],
    [
      "an option's description has 101 characters",
      [command({ options: [text("a", { description: long(101) })] })],
      "description",
    ],
    [
      "a required option follows an optional one",
      [command({ options: [text("a"), text("b", { required: true })] })],
      "a required option stands after",
    ],
    [
      "an option has choices and autocomplete",
      [command({ options: [text("a", { autocomplete: true, choices: [{ name: "n", value: "v" }] })] })],
      "choices together with autocomplete",
    ],
    [
      "an option has 26 choices",
      [command({ options: [text("a", { choices: many(26, (i) => ({ name: `n${i}`, value: `v${i}` })) })] })],
      "choices",
    ],
    ["two options have one name", [command({ options: [text("a"), text("a")] })], "the same name"],
    ["two commands have one name", [command(), command()], "two commands have the same name"],
    [
      "subcommands stand beside options",
      [command({ options: [{ type: 1, name: "s", description: "S" }, text("a")] })],
      "beside other options",
    ],
    [
      "a localised name has capitals",
      [command({ name_localizations: { fr: "Demander" } })],
      "0.name_localizations.fr",
    ],
    [
      "a localised description has 101 characters",
      [command({ description_localizations: { fr: long(101) } })],
      "0.description_localizations.fr",
    ],
    [
      "two options have one name in a language",
      [command({ options: [text("a", { name_localizations: { fr: "b" } }), text("b")] })],
      "name_localizations.fr",
    ],
    [
      "two commands have one name in a language",
      [command({ name_localizations: { fr: "b" } }), command({ name: "b" })],
      "name_localizations.fr",
    ],
    [
      "a command has 8,001 characters",
      [
        command({
          options: many(25, (index) =>
            text(`o${index}`, {
              description: long(100),
              choices: many(3, (i) => ({ name: `${i}${long(60)}`, value: `${i}${long(20)}` })),
            }),
          ),
        }),
      ],
      "more than 8000",
    ],
    ["there are 16 message menus", many(16, (index) => ({ type: 3, name: `Menu ${index}` })), "more than 15"],
    ["a menu has a description", [{ type: 3, name: "Menu", description: "x" }], "takes no description"],
  ])("%s", async (_, body, rule) => {
    const path = Routes.applicationCommands(bot.application.id);
    await expect(bot.rest.put(path, { body })).rejects.toMatchObject({ code: 50035 });
    expect(discord.takeViolations().map((violation) => violation.rule)).toEqual([
      expect.stringContaining(rule),
    ]);
    expect(discord.registeredCommands).toEqual([]);
  });
});

test("commands are registered with permissions as a string, and keep their ids", async () => {
  const discordOfItsOwn = await startLoopbackDiscord();
  const client = await startSampleBot(discordOfItsOwn);
  const path = Routes.applicationCommands(client.application.id);
  const body = [{ name: "settings", description: "Settings", default_member_permissions: "32" }];
  const first = await client.rest.put(path, { body });
  expect(await client.rest.put(path, { body })).toEqual([
    expect.objectContaining({ id: discordOfItsOwn.registeredCommands[0]?.["id"], name: "settings" }),
  ]);
  expect(first).toHaveLength(1);
  await client.destroy();
  await discordOfItsOwn.close();
});

test("localised texts are told only to who asks for them", async () => {
  const discordOfItsOwn = await startLoopbackDiscord();
  const client = await startSampleBot(discordOfItsOwn);
  const path = Routes.applicationCommands(client.application.id);
  const french = { name_localizations: { fr: "aide" }, description_localizations: { fr: "Aide" } };
  await client.rest.put(path, { body: [{ name: "help", description: "Help", ...french }] });
  const [plain] = asList(await client.rest.get(path)).map(asJson);
  const query = new URLSearchParams({ with_localizations: "true" });
  expect(await client.rest.get(path, { query })).toEqual([{ ...plain, ...french }]);
  expect(Object.keys(plain ?? {})).not.toContain("name_localizations");
  await client.destroy();
  await discordOfItsOwn.close();
});

test("an unknown route is answered 404 and kept as a violation", async () => {
  await expect(bot.rest.get("/nowhere/1")).rejects.toMatchObject({ status: 404 });
  expect(discord.takeViolations()).toMatchObject([
    { request: "GET /nowhere/1", rule: "there is no such route" },
  ]);
});

test("a request with a wrong token is answered 401", async () => {
  const response = await fetch(`${discord.restUrl}/v10/users/@me`, {
    headers: { authorization: "Bot wrong" },
  });
  expect(response.status).toBe(401);
});

test("an empty answer claims no content type", async () => {
  const path = `${discord.restUrl}/v10${Routes.channelTyping(discord.channel("general").id)}`;
  const response = await fetch(path, { method: "POST", headers: { authorization: `Bot ${discord.token}` } });
  expect([response.status, response.headers.get("content-type")]).toEqual([204, null]);
});

test.each<[string, "ViewChannel" | "SendMessages", number]>([
  ["cannot see", "ViewChannel", 50001],
  ["may not write in", "SendMessages", 50013],
])("a message to a channel that the bot %s is refused", async (_, permission, code) => {
  const channel = discord.addChannel({ name: `without-${permission}` });
  discord.deny(channel, permission);
  await expect(post({ content: "x", ...NO_PINGS }, channel.name)).rejects.toMatchObject({ code });
  expect(discord.takeViolations()).toHaveLength(1);
});

test("foreign messages can be neither edited nor deleted", async () => {
  const said = await discord.member("ada").says("mine");
  const path = Routes.channelMessage(said.channelId, said.messageId);
  await expect(bot.rest.patch(path, { body: { content: "x", ...NO_PINGS } })).rejects.toMatchObject({
    code: 50005,
  });
  await expect(bot.rest.delete(path)).rejects.toMatchObject({ code: 50013 });
  expect(discord.takeViolations()).toHaveLength(2);
});

test("a file comes back from the address that Discord gives it", async () => {
  const message = await (
    await general()
  ).send({
    files: [{ attachment: Buffer.from("1,2"), name: "pay.csv", description: "Pay" }],
  });
  const attachment = message.attachments.first();
  expect(attachment).toMatchObject({ name: "pay.csv", description: "Pay", size: 3 });
  expect(await (await fetch(attachment?.url ?? "")).text()).toBe("1,2");
});

const gallery = (item: object = {}) => ({
  type: 12,
  items: [{ media: { url: "attachment://chart.png" }, ...item }],
});
const sendFiles = async (components: object[], names: readonly string[] = ["chart.png"]) =>
  bot.rest.post(Routes.channelMessages(discord.channel("general").id), {
    body: { flags: V2, components, ...NO_PINGS },
    files: names.map((name) => ({ data: Buffer.from("png"), name })),
  });

describe("a picture in a message of components", () => {
  test("is sent, and comes with a later edit too", async () => {
    await sendFiles([display("Pay"), gallery({ description: "Bars" })]);
    const message = await (await general()).send({ flags: V2, components: [display("Pay")] });
    const edited = await message.edit({
      components: [display("Pay"), gallery()],
      files: [{ attachment: Buffer.from("png"), name: "chart.png" }],
    });
    expect(edited.attachments.map(({ name }) => name)).toEqual(["chart.png"]);
  });

  test.each([
    ["a description of 1,025 characters", [gallery({ description: long(1025) })], ["chart.png"], "1024"],
    ["a gallery without items", [display("Pay"), { type: 12, items: [] }], [], "items"],
    [
      "a file that no component shows",
      [display("Pay")],
      ["chart.png"],
      "chart.png is attached but not shown",
    ],
    ["a picture that is not attached", [gallery()], [], "attachment://chart.png"],
  ] as const)("%s is refused", async (...[, components, names, words]) => {
    await expect(sendFiles([...components], names)).rejects.toMatchObject({ status: 400 });
    expect(JSON.stringify(discord.takeViolations())).toContain(words);
  });

  test("needs the permission to attach files", async () => {
    const { id, name } = discord.addChannel({ name: "no-files" });
    discord.deny(discord.channel(name), "AttachFiles");
    const files = [{ data: Buffer.from("png"), name: "chart.png" }];
    const body = { flags: V2, components: [gallery()], ...NO_PINGS };
    await expect(bot.rest.post(Routes.channelMessages(id), { body, files })).rejects.toMatchObject({
      code: 50013,
    });
    expect(discord.takeViolations()).toHaveLength(1);
  });
});

test("a thread from a message has the message's id, and a second one is refused", async () => {
  discord.deny(discord.channel("career-questions"), "CreatePublicThreads");
  const said = await discord.member("ada").says("let us talk");
  const path = Routes.threads(said.channelId, said.messageId);
  expect(await bot.rest.post(path, { body: { name: "Talk" } })).toMatchObject({
    id: said.messageId,
    name: "Talk",
  });
  await expect(bot.rest.post(path, { body: { name: "Talk" } })).rejects.toMatchObject({ code: 160004 });
  await expect(bot.rest.post(path, { body: { name: long(101) } })).rejects.toMatchObject({ code: 50035 });
  const elsewhere = Routes.threads(discord.channel("career-questions").id);
  await expect(bot.rest.post(elsewhere, { body: { name: "Talk" } })).rejects.toMatchObject({ code: 50013 });
  expect(discord.takeViolations()).toHaveLength(2);
});

describe("a fault", () => {
  test("hits as many requests as it is told", async () => {
    discord.fail({ method: "POST", path: "/typing", times: 1, trouble: { kind: "status", status: 502 } });
    await expect(typing()).rejects.toMatchObject({ status: 502 });
    await typing();
  });

  test("of a rate limit makes the client wait", async () => {
    discord.fail({ path: /typing$/, trouble: { kind: "rate-limit", retryAfter: 0.05, isGlobal: false } });
    const before = discord.requests.length;
    await typing();
    expect(discord.requests.slice(before).map(({ status }) => status)).toEqual([429, 204]);
  });

  test("of a global rate limit names itself so", async () => {
    discord.fail({ trouble: { kind: "rate-limit", retryAfter: 1, isGlobal: true } });
    const response = await fetch(`${discord.restUrl}/v10/users/@me`);
    expect(response.headers.get("x-ratelimit-global")).toBe("true");
    expect(await response.json()).toMatchObject({ retry_after: 1, global: true });
  });

  test("of a reset breaks the connection", async () => {
    discord.fail({ path: "/typing", trouble: { kind: "reset" } });
    await expect(typing()).rejects.toThrow(/ECONNRESET|other side closed/);
  });

  test("of a lost answer lets the request take effect", async () => {
    discord.fail({ method: "POST", path: "/messages", trouble: { kind: "lost-answer" } });
    const content = "did this arrive?";
    await expect(post({ content, ...NO_PINGS })).rejects.toThrow(/ECONNRESET|other side closed/);
    const path = Routes.channelMessages(discord.channel("general").id);
    expect(asJson([await bot.rest.get(path)].flat()[0])["content"]).toBe(content);
  });

  test("of hanging never answers", async () => {
    discord.fail({ path: "/typing", trouble: { kind: "hang" } });
    const impatient = AbortSignal.timeout(50);
    const path = Routes.channelTyping(discord.channel("general").id);
    await expect(bot.rest.post(path, { signal: impatient })).rejects.toThrow(/abort/i);
  });
});
