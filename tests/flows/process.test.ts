import type { ChildProcess } from "node:child_process";
import { afterEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { START_TIMEOUT, startProgram, type Program } from "./support/program.ts";

let discord: LoopbackDiscord | undefined;
let child: ChildProcess | undefined;

afterEach(async () => {
  child?.kill("SIGKILL");
  discord?.takeViolations();
  await discord?.close();
  discord = undefined;
});

/** The program, which ends with its test. */
function run(env: Readonly<Record<string, string>>): Program {
  const program = startProgram(env);
  child = program.started;
  return program;
}

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
