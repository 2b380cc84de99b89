import { afterEach, beforeEach, expect, test } from "vitest";
import { startPostgres, type Postgres } from "../storage/support/postgres.ts";
import { startProxy, type Proxy } from "../storage/support/proxy.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type StartedBot } from "./support/bot.ts";
import { readReply } from "./support/read-reply.ts";
import { add, ask, file, newServer } from "./support/server-documents.ts";

const TIMEOUT = 60_000;
const MINUTE = 60_000;

let server: Postgres;
let way: Proxy;
let discord: LoopbackDiscord;
let bot: StartedBot;

beforeEach(async () => {
  server = await startPostgres();
  way = await startProxy(server.port);
  way.cut();
  const address = new URL(await server.createDatabase());
  address.port = String(way.port);
  discord = await startLoopbackDiscord({ patience: 30_000 });
  bot = await startBot(discord, { database: { kind: "postgres", url: address.href } });
  await discord.commandsRegistered();
}, TIMEOUT);

afterEach(async () => {
  await bot.stop();
  await discord.close();
  await way.stop();
  await server.stop();
}, TIMEOUT);

test(
  "a bot that is started while PostgreSQL is away answers, and uses it as soon as it is back",
  { timeout: TIMEOUT },
  async () => {
    const { mara, ben } = newServer(discord);
    const speakSpanish = async (): Promise<string> =>
      readReply(await mara.uses("/settings language", { language: "es" }));
    expect(await ask(ben, "What skills does a DevSecOps engineer need?")).toContain(
      "Python, Jenkins and patience.",
    );
    expect(await speakSpanish()).toBe(
      "(only you see this)\nMy database does not answer right now, so nothing was changed. Answers from the built-in documents go on; please try again in a minute.",
    );
    way.mend();
    discord.passTime(MINUTE);
    await expect.poll(speakSpanish, { timeout: 20_000, interval: 500 }).toContain("**I speak** Spanish");
    expect(await add(mara, file())).toContain("### Added: Lantern rules");
    expect(await ask(ben)).toContain("A lantern must be lit at dusk");
  },
);
