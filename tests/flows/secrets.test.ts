import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type StartedBot } from "./support/bot.ts";
import { run as runProgram, START_TIMEOUT as TIMEOUT, type Program } from "./support/program.ts";

let discord: LoopbackDiscord;

beforeEach(async () => {
  discord = await startLoopbackDiscord({ messageContent: true, patience: 30_000 });
});

afterEach(async () => {
  discord.clearFaults();
  discord.takeViolations();
  await discord.close();
});

const run = (env: Readonly<Record<string, string>>): Program =>
  runProgram({ DISCORD_API_URL: discord.restUrl, ...env });

describe("The token and the password of the database", () => {
  test("are not said when Discord answers nonsense at the start", { timeout: TIMEOUT }, async () => {
    discord.fail({ path: "/applications", times: 100, trouble: { kind: "status", status: 418 } });
    const { ended } = run({ DISCORD_TOKEN: discord.token, DATABASE_URL: "sqlite::memory:" });
    const { code, stdout, stderr } = await ended;
    expect([code, stderr]).toEqual([1, expect.stringContaining('"level":"fatal"')]);
    expect(stdout + stderr).not.toContain(discord.token);
  });

  test.runIf(existsSync("/proc/self/cmdline"))(
    "stand in no list of processes and in no line of the log",
    { timeout: TIMEOUT },
    async () => {
      const database = 'postgres://rolecall:pass"word%5Chunter2@127.0.0.1:1/x';
      const { started, ended } = run({
        DISCORD_TOKEN: discord.token,
        DATABASE_URL: database,
        LOG_LEVEL: "trace",
      });
      await discord.ready();
      await discord.commandsRegistered();
      const listed = ["cmdline", "comm"].map((file) => readFileSync(`/proc/${started.pid}/${file}`, "utf8"));
      await discord.member("ada", { permissions: ["ManageGuild"] }).uses("/knowledge list");
      started.kill("SIGTERM");
      const { stdout, stderr } = await ended;
      expect(listed.join("")).toContain("index.js");
      expect(stderr).toContain('"msg":"failed"');
      expect(listed.join("") + stdout + stderr).not.toMatch(/hunter2|loopback\.discord/);
    },
  );
});

const DEPLOYMENTS = new URL("../../deploy/", import.meta.url);

/** Lines that become arguments of a process or a part of an image, rather than its environment. */
const ARGUMENTS = /^\s*(?:- >?-?\s*)?(?:CMD|ENTRYPOINT|ARG|ENV|RUN|ExecStart|command|args|exec)\b.*/gm;

test.each(readdirSync(DEPLOYMENTS))("deploy/%s hands no secret over as an argument", (file) => {
  const lines = readFileSync(new URL(file, DEPLOYMENTS), "utf8").match(ARGUMENTS) ?? [];
  expect(lines.filter((line) => /TOKEN|PASSWORD|DATABASE_URL/.test(line))).toEqual([]);
});

/** Every kind of answer that is no success, and the ones that never come. */
const TROUBLES = [
  ...[400, 401, 403, 404, 418].map((status) => ({ kind: "status", status }) as const),
  { kind: "reset" },
  { kind: "lost-answer" },
] as const;

describe("The log of a bot whom Discord refuses everything", () => {
  let bot: StartedBot;
  beforeEach(async () => {
    bot = await startBot(discord);
    await discord.commandsRegistered();
  });
  afterEach(() => bot.stop());

  test.each(TROUBLES)(
    "holds no token, no member and no words, for %j",
    { timeout: TIMEOUT },
    async (trouble) => {
      const ada = discord.member("ada");
      const answer = await ada.uses("ask", { question: "What skills does a DevSecOps engineer need?" });
      discord.fail({ path: /\/(?:interactions|webhooks|channels)\//, times: 30, trouble });
      const said = await ada.says("is Initech hiring? what does a devops engineer earn?", {
        mentionBot: true,
      });
      const tries = [
        ada.uses("ask", { question: "does Initech pay a devops engineer?" }),
        ada.uses("salary", { role: "Initech" }),
        ada.opensMenu("Find an answer", said),
        ada.clicks(answer, "Dismiss"),
      ];
      await Promise.race([Promise.allSettled(tries), discord.calm()]);
      await discord.calm();
      const lines = bot.lines.join("");
      expect(lines).not.toContain(discord.token);
      expect(lines).not.toMatch(/interaction-token|initech|authorization/i);
      expect(lines).not.toContain(ada.id);
    },
  );
});
