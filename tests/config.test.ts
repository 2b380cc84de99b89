import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError, loadConfig, type Environment } from "../src/config.ts";

const PACKAGE = resolve(import.meta.dirname, "..");

describe("what an empty environment means", () => {
  test("no token, the knowledge of the package, the channel career-questions, an answer each 10 seconds there, SQLite in data, level info", () => {
    expect(loadConfig({})).toEqual({
      discord: undefined,
      knowledgeFolder: join(PACKAGE, "knowledge"),
      askChannels: ["career-questions"],
      askInterval: 10_000,
      database: { kind: "sqlite", file: resolve("data", "rolecall.sqlite") },
      http: undefined,
      shards: undefined,
      logLevel: "info",
    });
  });

  test("empty and blank variables count as not set", () => {
    const blank = {
      DISCORD_TOKEN: "",
      DISCORD_API_URL: " ",
      KNOWLEDGE_DIR: "",
      ASK_CHANNELS: "",
      ASK_INTERVAL: " ",
      DATA_DIR: "",
      HTTP_PORT: "",
      HTTP_HOST: "",
      SHARDS: "",
      SHARD_COUNT: "",
      DATABASE_URL: " ",
      LOG_LEVEL: "",
    };
    expect(loadConfig(blank)).toEqual(loadConfig({}));
  });

  test("the knowledge folder does not depend on where the process starts", () => {
    const before = process.cwd();
    process.chdir(tmpdir());
    try {
      expect(loadConfig({}).knowledgeFolder).toBe(join(PACKAGE, "knowledge"));
    } finally {
      process.chdir(before);
    }
  });
});

describe("what variables mean", () => {
  test("a token turns Discord on, with Discord's own address", () => {
    expect(loadConfig({ DISCORD_TOKEN: " abc.def.ghi " }).discord).toEqual({
      token: "abc.def.ghi",
      apiUrl: undefined,
    });
  });

  test("a token may be pasted with its scheme", () => {
    expect(loadConfig({ DISCORD_TOKEN: "Bot abc.def.ghi" }).discord?.token).toBe("abc.def.ghi");
  });

  test("the address loses the stroke at its end", () => {
    const env = { DISCORD_TOKEN: "abc", DISCORD_API_URL: "http://127.0.0.1:8080/api/" };
    expect(loadConfig(env).discord?.apiUrl).toBe("http://127.0.0.1:8080/api");
  });

  test.each([
    [{ DATA_DIR: "/var/lib/rolecall" }, { kind: "sqlite", file: "/var/lib/rolecall/rolecall.sqlite" }],
    [{ DATABASE_URL: "sqlite:kept/here.sqlite" }, { kind: "sqlite", file: resolve("kept/here.sqlite") }],
    [{ DATABASE_URL: "sqlite:///kept/here.sqlite" }, { kind: "sqlite", file: "/kept/here.sqlite" }],
    [{ DATABASE_URL: "postgres://a:b@db/rolecall" }, { kind: "postgres", url: "postgres://a:b@db/rolecall" }],
    [
      { DATABASE_URL: "postgresql://a@db/x", DATA_DIR: "y" },
      { kind: "postgres", url: "postgresql://a@db/x" },
    ],
  ])("%j is the database %j", (env, database) => {
    expect(loadConfig(env).database).toEqual(database);
  });

  test("health and metrics are served on this machine alone, unless a host is named", () => {
    expect(loadConfig({ HTTP_PORT: "9464" }).http).toEqual({ host: "127.0.0.1", port: 9464 });
    expect(loadConfig({ HTTP_PORT: "0", HTTP_HOST: "0.0.0.0" }).http).toEqual({ host: "0.0.0.0", port: 0 });
    expect(loadConfig({ HTTP_HOST: "0.0.0.0" }).http).toBeUndefined();
  });

  test.each([
    [{ SHARDS: "auto", SHARD_COUNT: "4" }, undefined],
    [
      { SHARDS: "0-3", SHARD_COUNT: "16" },
      { ids: [0, 1, 2, 3], count: 16 },
    ],
    [
      { SHARDS: "5, 7-8", SHARD_COUNT: "9" },
      { ids: [5, 7, 8], count: 9 },
    ],
  ])("%j are the shards %j", (env, shards) => {
    expect(loadConfig(env).shards).toEqual(shards);
  });

  test.each([
    [
      { SHARDS: "0-3" },
      "SHARDS names shards of this process: say with SHARD_COUNT how many all processes have together.",
    ],
    [
      { SHARDS: "0-4", SHARD_COUNT: "4" },
      "SHARDS names shard 4, but SHARD_COUNT is 4: shards are numbered from 0.",
    ],
    [
      { SHARDS: "3-1", SHARD_COUNT: "4" },
      'SHARDS is "3-1": write auto, or the shards of this process as in 0-3.',
    ],
    [{ SHARDS: "all" }, 'SHARDS is "all": write auto, or the shards of this process as in 0-3.'],
    [
      { SHARDS: "0", SHARD_COUNT: "x" },
      "SHARD_COUNT: write how many shards all processes have together, from 1 to 100000.",
    ],
  ])("%j are no shards", (env, message) => {
    expect(() => loadConfig(env)).toThrow(`The configuration cannot be used: ${message}`);
  });

  test.each(["65536", "-1", "80a", "9464.5"])("%s is no port", (port) => {
    expect(() => loadConfig({ HTTP_PORT: port })).toThrow(
      "HTTP_PORT: write a port from 0 to 65535, such as 9464, or leave it out.",
    );
  });

  test.each([
    "mysql://a:hunter2@db/x",
    "rolecall.sqlite",
    "sqlite:",
    "postgres//a:hunter2@db",
    "postgres://a:hunter2%@db/x",
    "postgres://a:hunter2%ff@db/x",
  ])("%s is no database, and the message does not repeat it", (address) => {
    expect(() => loadConfig({ DATABASE_URL: address })).toThrow(
      "The configuration cannot be used: DATABASE_URL is no address of a database: write postgres://user:password@host:5432/name or sqlite:<file>, or leave it out for a file in DATA_DIR.",
    );
  });

  test("a relative knowledge folder is one of the working directory", () => {
    expect(loadConfig({ KNOWLEDGE_DIR: "src" }).knowledgeFolder).toBe(resolve("src"));
  });

  test("ask channels are names without their sign, in any case and spacing", () => {
    expect(loadConfig({ ASK_CHANNELS: "#Career-Questions , help,," }).askChannels).toEqual([
      "career-questions",
      "help",
    ]);
  });

  test.each([
    ["0", 0],
    [" 30 ", 30_000],
    ["86400", 86_400_000],
  ])("an interval of “%s” seconds is %i milliseconds", (ASK_INTERVAL, milliseconds) => {
    expect(loadConfig({ ASK_INTERVAL }).askInterval).toBe(milliseconds);
  });

  test("a log level is understood in any case", () => {
    expect(loadConfig({ LOG_LEVEL: "WARN" }).logLevel).toBe("warn");
  });
});

describe("an unusable configuration", () => {
  test("is refused with every problem and how to mend it", () => {
    const missing = join(mkdtempSync(join(tmpdir(), "rolecall-")), "nowhere");
    const env = {
      DISCORD_TOKEN: "two words",
      DISCORD_API_URL: "discord.com/api",
      KNOWLEDGE_DIR: missing,
      ASK_CHANNELS: "career questions",
      ASK_INTERVAL: "soon",
      LOG_LEVEL: "loud",
    };
    expect(problemOf(env)).toBe(`The configuration cannot be used:
- DISCORD_TOKEN holds spaces or signs that no token has: paste the token of the Bot page of https://discord.com/developers/applications and nothing else.
- DISCORD_API_URL is "discord.com/api", which is no web address: write a base such as https://discord.com/api, or leave it out.
- KNOWLEDGE_DIR: there is no folder ${missing}. Name a folder with knowledge documents, or leave it out for the one that comes with Rolecall.
- ASK_CHANNELS: "career questions" is no channel name. Divide the names by commas, as in career-questions,help-me.
- ASK_INTERVAL: write whole seconds from 0 to 86400, such as 10.
- LOG_LEVEL is "loud": use one of trace, debug, info, warn, error, fatal, silent.`);
  });

  test.each(["ftp://discord.com/api", "javascript:alert(1)", "http://"])("%s is no base address", (url) => {
    expect(problemOf({ DISCORD_API_URL: url })).toBe(
      `The configuration cannot be used: DISCORD_API_URL is "${url}", which is no web address: write a base such as https://discord.com/api, or leave it out.`,
    );
  });

  test("the address of Discord goes without its version", () => {
    expect(problemOf({ DISCORD_API_URL: "https://discord.com/api/v10" })).toBe(
      `The configuration cannot be used: DISCORD_API_URL is "https://discord.com/api/v10": leave out the version at the end, as in https://discord.com/api.`,
    );
  });

  test.each(["-1", "1.5", "10s", "1e3", "0x10", "86401", "9".repeat(400)])(
    "%s is no interval",
    (ASK_INTERVAL) => {
      expect(problemOf({ ASK_INTERVAL })).toBe(
        "The configuration cannot be used: ASK_INTERVAL: write whole seconds from 0 to 86400, such as 10.",
      );
    },
  );

  test.each(["secret and spaces", "secret\u0001", '"secret"', "sécret", "secret€", "secret\u200b"])(
    "never shows the token, such as %j",
    (DISCORD_TOKEN) => {
      expect(problemOf({ DISCORD_TOKEN, LOG_LEVEL: "loud" })).toMatch(
        /^The configuration cannot be used:\n- DISCORD_TOKEN holds spaces or signs that no token has: (?!.*s[eé]cret)/,
      );
    },
  );

  test("a file is no knowledge folder", () => {
    expect(problemOf({ KNOWLEDGE_DIR: "package.json" })).toContain("KNOWLEDGE_DIR: there is no folder");
  });
});

function problemOf(env: Environment): string {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "nothing was refused";
}
