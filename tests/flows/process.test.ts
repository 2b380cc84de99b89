import { afterEach, describe, expect, test } from "vitest";
import { knowledgeFolder } from "./support/knowledge-folder.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { endPrograms, run, START_TIMEOUT } from "./support/program.ts";

let discord: LoopbackDiscord | undefined;

afterEach(async () => {
  endPrograms();
  discord?.takeViolations();
  await discord?.close();
  discord = undefined;
});

describe("the program", () => {
  test(
    "refuses an unusable configuration with one message and code 78",
    { timeout: START_TIMEOUT },
    async () => {
      const { ended } = run({ DISCORD_TOKEN: "a b", LOG_LEVEL: "loud" });
      expect(await ended).toEqual({
        code: 78,
        stdout: "",
        stderr: `The configuration cannot be used:
- DISCORD_TOKEN holds spaces or signs that no token has: paste the token of the Bot page of https://discord.com/developers/applications and nothing else.
- LOG_LEVEL is "loud": use one of trace, debug, info, warn, error, fatal, silent.
`,
      });
    },
  );

  test(
    "refuses a token that Discord refuses with one line and code 78",
    { timeout: START_TIMEOUT },
    async () => {
      discord = await startLoopbackDiscord();
      const { ended } = run({ DISCORD_TOKEN: "wrong.token.here", DISCORD_API_URL: discord.restUrl });
      expect(await ended).toEqual({
        code: 78,
        stdout: "",
        stderr:
          "Discord refuses DISCORD_TOKEN: take a new one from the Bot page of https://discord.com/developers/applications.\n",
      });
    },
  );

  test(
    "says why Discord cannot be reached, without the token, and ends with code 1",
    { timeout: START_TIMEOUT },
    async () => {
      const { ended } = run({
        DISCORD_TOKEN: "secret.token.here",
        DISCORD_API_URL: "http://127.0.0.1:1/api",
      });
      const { code, stderr } = await ended;
      expect(code).toBe(1);
      expect(JSON.parse(stderr)).toMatchObject({
        level: "fatal",
        msg: "Rolecall cannot go on",
        err: { code: "ECONNREFUSED" },
      });
      expect(stderr).not.toContain("secret.token.here");
    },
  );

  test.each(["SIGTERM", "SIGINT"] as const)(
    "answers until %s, and ends with code 0",
    { timeout: START_TIMEOUT },
    async (signal) => {
      discord = await startLoopbackDiscord({ patience: START_TIMEOUT });
      const { started, ended } = run({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restUrl });
      await discord.ready();
      await discord.commandsRegistered();
      const reply = await discord.member("ada").uses("cert", { name: "CEH" });
      expect(reply.text).toContain("CEH is advised");
      started.kill(signal);
      const { code, stderr } = await ended;
      expect(code).toBe(0);
      expect(stderr.trimEnd().split("\n").at(-1)).toContain('"msg":"stopped"');
      expect(stderr).not.toContain(discord.token);
    },
  );

  test(
    "answers from changed documents after SIGHUP, and goes on",
    { timeout: 2 * START_TIMEOUT },
    async () => {
      const folder = knowledgeFolder();
      discord = await startLoopbackDiscord({ patience: START_TIMEOUT });
      const { started, said, ended } = run({
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.restUrl,
        KNOWLEDGE_DIR: folder.path,
      });
      await discord.ready();
      await discord.commandsRegistered();
      const ada = discord.member("ada");
      expect((await ada.uses("cert", { name: "CEH" })).text).toContain("CEH is advised");
      folder.replace("pipeline-careers.md", "CEH is advised", "CEH is of use");
      started.kill("SIGHUP");
      await discord.until(() => said().includes('"msg":"reloaded the knowledge"'), "nothing was reloaded");
      expect((await ada.uses("cert", { name: "CEH" })).text).toContain("CEH is of use");
      folder.remove();
      started.kill("SIGHUP");
      await discord.until(() => said().includes("what was loaded stays"), "nothing was said of the folder");
      expect((await ada.uses("cert", { name: "CEH", hide: true })).text).toContain("CEH is of use");
      started.kill("SIGTERM");
      expect((await ended).code).toBe(0);
    },
  );

  test("ends with code 78 when Discord takes its intent away", { timeout: START_TIMEOUT }, async () => {
    discord = await startLoopbackDiscord({ patience: START_TIMEOUT });
    const { ended } = run({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restUrl });
    await discord.ready();
    await discord.commandsRegistered();
    discord.closeConnection(4014);
    const { code, stderr } = await ended;
    expect(code).toBe(78);
    expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/^Discord refuses the Message Content intent/);
  });
});
