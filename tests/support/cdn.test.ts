import { Routes, type Attachment, type Client, type Interaction } from "discord.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Misdeed } from "./cdn.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "./loopback-discord.ts";
import { startSampleBot } from "./sample-bot.ts";
import type { Upload } from "./upload.ts";

let discord: LoopbackDiscord;
let bot: Client<true>;
let given: Attachment | undefined;

const FILE = { type: 11, name: "file", description: "File", required: true };
const ADD = { type: 1, name: "add", description: "Add one", options: [FILE] };

async function onInteraction(interaction: Interaction): Promise<void> {
  if (!interaction.isChatInputCommand()) return;
  given = interaction.options.getAttachment("file", true);
  await interaction.reply("ok");
}

beforeEach(async () => {
  discord = await startLoopbackDiscord({ patience: 1_000 });
  bot = await startSampleBot(discord, { onInteraction });
  const body = [{ name: "knowledge", description: "Documents", options: [ADD] }];
  await bot.rest.put(Routes.applicationCommands(bot.application.id), { body });
});

afterEach(async () => {
  await bot.destroy();
  await discord.close();
});

/** What the bot is told of a file that a member hands over. */
async function hand(file: Partial<Upload> = {}): Promise<Attachment> {
  await discord.member("ada").uses("/knowledge add", { file: { name: "pay.md", content: "# Pay", ...file } });
  if (given === undefined) throw new Error("no file arrived");
  return given;
}

const wrongly = async (misdeed: Misdeed, content = "# Pay"): Promise<string> =>
  (await hand({ content, misdeed })).url;

const lastDownload = () => discord.downloads.at(-1);

describe("a file that a member hands over", () => {
  test("is described as Discord does, and fetched beside the API, as long as the link holds", async () => {
    const { url, proxyURL, name, size, contentType, ephemeral } = await hand({
      contentType: "text/markdown",
    });
    expect({ name, size, contentType, ephemeral }).toEqual({
      name: "pay.md",
      size: 5,
      contentType: "text/markdown",
      ephemeral: true,
    });
    expect(proxyURL).toBe(url);
    expect(new URL(url).host).toBe(new URL(discord.restUrl).host);
    expect(new URL(url).pathname).toMatch(/^\/ephemeral-attachments\/\d+\/\d+\/pay\.md$/);
    expect(await (await fetch(url)).text()).toBe("# Pay");
    discord.passTime(2 * 86_400_000);
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(url.split("?")[0] ?? "")).status).toBe(404);
    expect(discord.downloads.map(({ sent }) => sent)).toEqual([5, 0, 0]);
  });

  test("in a message has an address of the channel", async () => {
    await discord.member("ada").says("see", { files: [{ name: "a b.md", content: "x" }] });
    const [message] = discord.messagesIn(discord.channel("general"));
    const { pathname } = new URL(message?.attachments[0]?.url ?? "");
    expect(pathname).toMatch(new RegExp(`^/attachments/${discord.channel("general").id}/\\d+/a%20b\\.md$`));
  });

  test("may have another size than Discord says", async () => {
    const { size, url } = await hand({ size: 1 });
    expect(size).toBe(1);
    expect(await (await fetch(url)).text()).toBe("# Pay");
  });

  test("is not to be fetched with the token of the bot", async () => {
    const { url } = await hand();
    await fetch(url, { headers: { authorization: `Bot ${discord.token}` } });
    expect(discord.takeViolations()).toMatchObject([{ rule: "the token was sent to the CDN" }]);
  });
});

describe("a file can be served wrongly:", () => {
  test("from elsewhere", async () => {
    const to = `${discord.restUrl.replace("127.0.0.1", "localhost")}/elsewhere`;
    const response = await fetch(await wrongly({ kind: "redirect", to }), { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([302, to]);
  });

  test("not at all", async () => {
    expect((await fetch(await wrongly({ kind: "status", status: 404 }))).status).toBe(404);
  });

  test("never", async () => {
    const url = await wrongly({ kind: "hang" });
    await expect(fetch(url, { signal: AbortSignal.timeout(50) })).rejects.toThrow("timeout");
    await expect.poll(() => lastDownload()).toMatchObject({ sent: 0, isOver: true });
  });

  test("slowly", async () => {
    const url = await wrongly({ kind: "drip", bytes: 1, pause: 30 }, "x".repeat(1_000));
    const signal = AbortSignal.timeout(150);
    await expect(fetch(url, { signal }).then((response) => response.text())).rejects.toThrow("timeout");
    expect(lastDownload()?.sent).toBeGreaterThan(1);
    expect(lastDownload()?.sent).toBeLessThan(20);
  });

  test("longer than it is, without an announced length", async () => {
    const response = await fetch(await wrongly({ kind: "excess", bytes: 100_000 }));
    expect(response.headers.get("content-length")).toBeNull();
    expect((await response.arrayBuffer()).byteLength).toBe(100_005);
  });

  test("without an end, until whoever reads it breaks off", async () => {
    const response = await fetch(await wrongly({ kind: "excess", bytes: Infinity }));
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await expect.poll(() => lastDownload()?.isOver).toBe(true);
  });

  test("with more announced than comes, or less", async () => {
    const more = await fetch(await wrongly({ kind: "wrong-length", announced: 500 }));
    await expect(more.text()).rejects.toThrow("terminated");
    const less = await fetch(await wrongly({ kind: "wrong-length", announced: 2 }));
    expect(await less.text()).toBe("# ");
  });
});
