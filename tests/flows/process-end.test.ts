import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { endPrograms, run, START_TIMEOUT, type Program } from "./support/program.ts";

const TIMEOUT = 2 * START_TIMEOUT;

let discord: LoopbackDiscord;

beforeEach(async () => {
  discord = await startLoopbackDiscord({ patience: START_TIMEOUT });
});

afterEach(async () => {
  endPrograms();
  discord.clearFaults();
  discord.takeViolations();
  await discord.close();
});

const CEH = { name: "CEH" };

async function start(env: Readonly<Record<string, string>> = {}): Promise<Program> {
  const program = run({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restUrl, ...env });
  await discord.ready();
  await discord.commandsRegistered();
  return program;
}

/** Interactions that the bot has begun to answer. */
const begun = (): ReadonlySet<string> =>
  new Set(discord.requests.map(({ path }) => path).filter((path) => path.endsWith("/callback")));

/** Asks something that is not awaited, and waits until the bot is at it. */
async function askInVain(): Promise<void> {
  discord
    .member("ada")
    .uses("cert", CEH)
    .catch(() => undefined);
  await discord.until(() => begun().size > 0, "the bot did not begin to answer");
}

const heard = async (program: Program, words: string): Promise<void> =>
  discord.until(() => program.said().includes(words), `the program did not say "${words}"`);

describe("a program that is told to stop", { timeout: TIMEOUT }, () => {
  test("finishes what it began, takes nothing new, says goodbye and closes its database", async () => {
    const program = await start();
    discord.fail({ path: "/callback", trouble: { kind: "rate-limit", retryAfter: 1.5, isGlobal: false } });
    const reply = discord.member("ada").uses("cert", CEH);
    await discord.until(() => begun().size > 0, "the bot did not begin to answer");
    program.started.kill("SIGTERM");
    await heard(program, "stopping");
    discord
      .member("ben")
      .uses("cert", CEH)
      .catch(() => undefined);
    expect((await reply).text).toContain("CEH is advised");
    expect(await program.ended).toMatchObject({ code: 0, stdout: "" });
    expect(begun().size).toBe(1);
    expect(discord.sessions).toBe(0);
    expect(existsSync(join(program.dataFolder, "rolecall.sqlite"))).toBe(true);
    // SQLite removes its log when the last connection is closed.
    expect(existsSync(join(program.dataFolder, "rolecall.sqlite-wal"))).toBe(false);
  });

  test("waits five seconds for an answer that hangs, and not for a gateway that is silent", async () => {
    const program = await start();
    discord.fail({ path: "/callback", times: 9, trouble: { kind: "hang" } });
    await askInVain();
    discord.freezeConnection();
    const signalled = performance.now();
    program.started.kill("SIGTERM");
    const { code, stderr } = await program.ended;
    expect(code).toBe(0);
    expect(stderr).toContain("some answers were not finished");
    const waited = performance.now() - signalled;
    expect(waited).toBeGreaterThan(4_900);
    // A platform kills after ten seconds.
    expect(waited).toBeLessThan(10_000);
  });

  test("ends at once on a second signal", async () => {
    const program = await start();
    discord.fail({ path: "/callback", times: 9, trouble: { kind: "hang" } });
    await askInVain();
    program.started.kill("SIGTERM");
    await heard(program, "stopping");
    const signalled = performance.now();
    program.started.kill("SIGINT");
    expect((await program.ended).code).toBe(130);
    expect(performance.now() - signalled).toBeLessThan(3_000);
  });
});

describe("a failure that nothing handles", { timeout: TIMEOUT }, () => {
  test("is logged and counted, and the program goes on answering", async () => {
    const program = await start({ HTTP_PORT: "0" });
    // https://docs.discord.com/developers/events/gateway-events#invalid-session says true or false.
    discord.sendFrame({ op: 9, d: null });
    await heard(program, '"msg":"unhandled"');
    expect((await discord.member("ada").uses("cert", CEH)).text).toContain("CEH is advised");
    const port = /"port":(\d+),"msg":"serving health and metrics"/.exec(program.said())?.[1];
    const read = async (path: string): Promise<string> =>
      (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    const metrics = await read("/metrics");
    expect(metrics).toContain("\nrolecall_unhandled_rejections_total 1\n");
    expect(metrics).toContain("\nrolecall_gateway_shards 1\n");
    expect(metrics).toContain("\nrolecall_gateway_shards_ready 1\n");
    expect(metrics).toContain("\nrolecall_guilds 1\n");
    expect(metrics).toMatch(/\nrolecall_snippets [1-9]/);
    expect(await read("/readyz")).toBe('{"gateway":true,"knowledge":true,"database":true}\n');
    program.started.kill("SIGTERM");
    expect((await program.ended).code).toBe(0);
  });
});
