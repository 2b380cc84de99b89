import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const ROOT = new URL("../", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, ROOT), "utf8");

const DOCUMENT = read("docs/security.md");

/** The threats with what is said of each. */
const threats = DOCUMENT.split(/^### /m)
  .slice(1)
  .map((part) => [part.slice(0, part.indexOf("\n")), part] as const);

/** The tests that a text names, by file. */
const named = [...DOCUMENT.matchAll(/^- `(tests\/[^`]+)`: (.*)$/gm)].map(
  ([, file = "", titles = ""]) =>
    [file, [...titles.matchAll(/“([^”]+)”/g)].map(([, title = ""]) => title)] as const,
);

describe("docs/security.md", () => {
  test.each(named)("names tests that %s has: %j", (file, titles) => {
    expect(existsSync(new URL(file, ROOT))).toBe(true);
    const text = read(file);
    expect(titles.filter((title) => !text.includes(JSON.stringify(title)))).toEqual([]);
  });

  test.each(threats)("says what shows the defence against: %s", (_, text) => {
    expect(text).toMatch(/^- `tests\/[\w./-]+\.test\.ts`: /m);
  });

  test("has every threat once", () => {
    const titles = threats.map(([title]) => title);
    expect(titles.length).toBeGreaterThan(15);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
