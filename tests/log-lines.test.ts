import { expect, test } from "vitest";
import { createLog } from "../src/log.ts";
import { createLogLines } from "../src/log-lines.ts";

/** A log as somebody at a terminal reads it. */
function atTerminal(isColoured: boolean) {
  const lines: string[] = [];
  const write = (line: string): number => lines.push(line);
  const destination = createLogLines({ isColoured, write });
  return { log: createLog({ level: "info", secrets: ["my.token"], destination }), lines };
}

const TIME = /^\[\d\d:\d\d:\d\d\] /;

test("at a terminal an entry is one line of time, level, message and fields", () => {
  const { log, lines } = atTerminal(false);
  log.info({ surface: "command", outcome: "answer", ms: 1.5 }, "answered");
  expect(lines).toEqual([expect.stringMatching(TIME)]);
  expect(lines[0]?.replace(TIME, "")).toBe(
    'INFO: answered {"surface":"command","outcome":"answer","ms":1.5}\n',
  );
});

test("at a terminal an error shows what went wrong, and as little of secrets as elsewhere", () => {
  const { log, lines } = atTerminal(false);
  log.error({ err: new Error("my.token broke"), question: "quokka", reference: "abcd" }, "failed");
  expect(lines.join("")).toContain('ERROR: failed {"question":"[redacted]","reference":"abcd"}');
  expect(lines.join("")).toContain('"message": "[redacted] broke"');
  expect(lines.join("")).not.toMatch(/my\.token|quokka/);
});

test("colours are used where the terminal has them", () => {
  const { log, lines } = atTerminal(true);
  log.warn("careful");
  expect(lines.join("")).toContain("\u001B[");
});
