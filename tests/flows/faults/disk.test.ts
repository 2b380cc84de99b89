import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../../support/loopback-discord.ts";
import { logged, samples, startBot, type StartedBot } from "../support/bot.ts";
import { add, ask, file, list, newServer } from "../support/server-documents.ts";

const TIMEOUT = 60_000;

let folder: string;
let discord: LoopbackDiscord;
let bot: StartedBot;
/** The bot's own connection: SQLite limits the size of a file for each connection. */
let connection: BetterSqlite3.Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "rolecall-full-"));
  discord = await startLoopbackDiscord({ messageContent: true, patience: 30_000 });
  const opened = vi.spyOn(BetterSqlite3.prototype, "pragma");
  bot = await startBot(discord, { database: { kind: "sqlite", file: join(folder, "rolecall.sqlite") } });
  const [first] = opened.mock.contexts;
  if (!(first instanceof BetterSqlite3)) throw new Error("the bot opened no file");
  connection = first;
  opened.mockRestore();
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
  rmSync(folder, { recursive: true });
});

/** https://www.sqlite.org/pragma.html#pragma_max_page_count: an insertion beyond fails as on a full disk. */
const fill = (): void => void connection.pragma("max_page_count = 1");
const clear = (): void => void connection.pragma("max_page_count = 1000000");

const NOT_SAVED =
  "(only you see this)\nMy database does not answer right now, so nothing was changed. Answers from the built-in documents go on; please try again in a minute.";

/** An article that needs more room than a file has left over. */
const LONG = Array.from(
  { length: 200 },
  (_, number) =>
    `## Lantern ${number}\n\nLantern number ${number} must be lit at dusk and put out at midnight.\n`,
).join("\n");

test("a disk that is full costs what is new, says so, and nothing else", { timeout: TIMEOUT }, async () => {
  const { mara, ben } = newServer(discord);
  expect(await add(mara, file())).toContain("### Added: Lantern rules");
  fill();
  expect(await add(mara, file(`# Long\n\n${LONG}`))).toBe(NOT_SAVED);
  expect(await list(mara)).not.toContain("Long");
  expect(await ask(ben)).toContain("A lantern must be lit at dusk");
  expect(await ask(ben, "What skills does a DevSecOps engineer need?")).toContain(
    "Python, Jenkins and patience.",
  );
  expect(logged(bot, "failed")).toMatchObject([{ isTold: true }]);
  // SQLite has undone the transaction by itself; what it reports is that there is none to undo.
  expect(await samples(bot, "failures", 'database_errors_total{kind="other"}')).toEqual([
    "failures_total 1",
    'database_errors_total{kind="other"} 1',
  ]);
  clear();
  expect(await add(mara, file(`# Long\n\n${LONG}`))).toContain("### Added: Long");
});
