import { DiscordAPIError } from "discord.js";
import { expect, test } from "vitest";
import { recordingLog } from "./support/recording-log.ts";

test("a line is one JSON object with level, time, fields and message", () => {
  const { log, entries } = recordingLog();
  log.info({ outcome: "answer" }, "answered");
  expect(entries).toMatchObject([{ level: "info", outcome: "answer", msg: "answered" }]);
});

test("fields for what members write, who they are and credentials are censored", () => {
  const { log, entries } = recordingLog();
  log.info({ question: "q", userId: "1", message: { content: "c", author: "ada" }, token: "t" }, "x");
  expect(entries[0]).toMatchObject({
    question: "[redacted]",
    userId: "[redacted]",
    message: { content: "[redacted]", author: "[redacted]" },
    token: "[redacted]",
  });
});

test("an error of Discord is logged without its address, its body, ids and the token", () => {
  const { log, lines, entries } = recordingLog(["my.secret.token"]);
  const url = "https://discord.com/api/interactions/1/interaction-token/callback";
  const raw = { code: 50035, message: "Invalid Form Body for 123456789012345678 with my.secret.token" };
  const sent = { body: { content: "a member's words" }, files: undefined };
  log.error({ err: new DiscordAPIError(raw, 50035, 400, "POST", url, sent) }, "failed");
  expect(entries[0]).toMatchObject({
    err: {
      name: "DiscordAPIError[50035]",
      code: "50035",
      status: 400,
      message: "Invalid Form Body for [id] with [redacted]",
    },
  });
  expect(lines.join("")).not.toMatch(/interaction-token|member's words|my\.secret\.token/);
});

test("an error says where it comes from and what caused it", () => {
  const { log, entries } = recordingLog();
  log.error({ err: new Error("outer", { cause: new TypeError("inner") }) }, "failed");
  expect(entries[0]).toMatchObject({ err: { name: "Error", message: "outer", cause: "TypeError: inner" } });
  expect(JSON.stringify(entries[0])).toContain("log.test.ts");
});

test("what is thrown and no error is logged as its text", () => {
  const { log, entries } = recordingLog();
  log.error({ err: "just text" }, "failed");
  expect(entries[0]).toMatchObject({ err: { name: "not an error", message: "just text" } });
});
