import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");

const KNOWN = new Set(read(".env.example").match(/^[A-Z_]+(?==)/gm));

/** Variables that belong to somebody else. */
const OTHERS = new Set(["NODE_ENV", "HOSTNAME", "SHARDS_EACH"]);

describe.each(readdirSync(new URL("../deploy", import.meta.url)))("deploy/%s", (file) => {
  const text = read(`deploy/${file}`);

  test("sets only variables that the program reads", () => {
    const named = text.match(/\b[A-Z]{3,}(?:_[A-Z]+)+\b|\bSHARDS\b/g) ?? [];
    const unknown = named.filter(
      (name) => !KNOWN.has(name) && !OTHERS.has(name) && !/^(?:POSTGRES|AF)_/.test(name),
    );
    expect(unknown).toEqual([]);
  });

  test.runIf(file.endsWith(".yaml"))("is YAML", () => {
    expect(parseAllDocuments(text).flatMap(({ errors }) => errors)).toEqual([]);
  });
});
