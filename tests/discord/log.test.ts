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

test("of an object of a class only the name is logged", () => {
  const { log, entries } = recordingLog();
  class Message {
    readonly content = "a member's words";
    readonly member = { id: "1" };
  }
  log.info({ message: new Message() }, "x");
  expect(entries[0]).toMatchObject({ message: "[Message]" });
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

test("a secret is censored wherever it stands in a line, also where JSON writes it with strokes", () => {
  const { log, lines } = recordingLog(['hunter"2\\', "my.secret.token"]);
  log.warn(
    { warning: 'no hunter"2\\ and my.secret.token', deep: { list: ["my.secret.token"] } },
    "my.secret.token",
  );
  expect(lines.join("")).toContain('"warning":"no [redacted] and [redacted]","deep":{"list":["[redacted]"]}');
  expect(lines.join("")).not.toMatch(/hunter|secret/);
});

test("the token of an interaction is censored in an address within an error or its cause", () => {
  const { log, lines } = recordingLog();
  const cause = new TypeError(
    "fetch failed: https://discord.com/api/v10/interactions/12/aW50ZXJhY3Rpb24/callback",
  );
  log.error({ err: new Error("PATCH /webhooks/12/aW50ZXJhY3Rpb24/messages/@original", { cause }) }, "failed");
  expect(lines.join("")).toContain("PATCH /webhooks/12/[redacted]/messages/@original");
  expect(lines.join("")).not.toContain("aW50ZXJhY3Rpb24");
});

test("words in an error that look like a line of its stack are not logged as one", () => {
  const { log, entries } = recordingLog();
  log.error({ err: new Error("refused\n    at home I have a secret") }, "failed");
  expect(entries[0]).toMatchObject({ err: { message: "refused\n    at home I have a secret" } });
  const frames: unknown = expect.not.arrayContaining(["at home I have a secret"]);
  expect(entries[0]).toMatchObject({ err: { frames } });
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
