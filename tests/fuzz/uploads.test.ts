import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readUpload } from "../../src/knowledge/upload.ts";
import { DocumentError } from "../../src/knowledge/problems.ts";
import { SMALL_GLOSSARY } from "../knowledge/sample.ts";
import { TIMEOUT, tries } from "./support/runs.ts";

const KEYS = ["title", "published", "language", "url", "publisher", "anchors", "retrieved", "figures"];
const STRANGE_KEYS = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "<<",
  "? x",
  "*a",
  "'title'",
  "&a title",
  "~",
  "",
];

/** What YAML has beyond plain texts: anchors, aliases, merges, tags, flows, blocks, numbers and dates of every kind. */
const scalar = fc.oneof(
  fc.constantFrom(
    "&a x",
    "*a",
    "&a [*a]",
    "{polluted: true}",
    "{__proto__: {polluted: true}}",
    "!!js/function x",
  ),
  fc.constantFrom(
    "!!binary aGk=",
    "!!set {a, b}",
    "!!timestamp 2020-01-01",
    "!<tag:evil> x",
    "!!python/object:os.system x",
  ),
  fc.constantFrom(
    "2020-01-01",
    "2020-13-45",
    ".inf",
    ".nan",
    "0x1F",
    "0o17",
    "1e999",
    "null",
    "~",
    "yes",
    "-0",
    "12345678901234567890",
  ),
  fc.constantFrom(
    "|\n  block\n  text",
    ">-\n  folded",
    "\n  - a\n  - b",
    "\n  nested:\n    deeper: 1",
    '"\\u0000"',
    '"\\ud800"',
    "'",
  ),
  fc.integer({ min: 1, max: 600 }).map((depth) => "[".repeat(depth)),
  fc.integer({ min: 1, max: 600 }).map((depth) => `${"{a: ".repeat(depth)}1${"}".repeat(depth)}`),
  fc.string({ unit: "binary", maxLength: 30 }),
);

/** Each line doubles what the one before it stands for. */
const bomb = fc
  .integer({ min: 2, max: 40 })
  .map((lines) =>
    Array.from({ length: lines }, (_, at) =>
      at === 0 ? "k0: &k0 [x,x]" : `k${at}: &k${at} [*k${at - 1},*k${at - 1},*k${at - 1}]`,
    ).join("\n"),
  );

const merges = fc.constantFrom(
  "base: &b {title: x, __proto__: {polluted: true}}\n<<: *b",
  "<<: {constructor: {prototype: {polluted: true}}}",
  "<<: [*x, *y]",
);

const key = fc.oneof(fc.constantFrom(...KEYS), fc.constantFrom(...STRANGE_KEYS), fc.string({ maxLength: 8 }));
const line = fc.tuple(key, scalar).map(([name, value]) => `${name}: ${value}`);
const frontMatter = fc
  .array(
    fc.oneof(
      { arbitrary: line, weight: 6 },
      bomb,
      merges,
      fc.constantFrom("---", "...", "%YAML 1.2", "\t", "# x"),
    ),
    {
      maxLength: 8,
    },
  )
  .map((lines) => `---\n${lines.join("\n")}\n---\n\n## Part\n\nThe lantern is lit at dusk.\n`);

/** Files of other kinds, and texts that are not UTF-8. */
const START_OF_OTHERS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b, 0x08],
  [0x25, 0x50, 0x44, 0x46],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
];
const bytes = fc.oneof(
  frontMatter.map((text) => new TextEncoder().encode(text)),
  fc
    .tuple(fc.constantFrom(...START_OF_OTHERS), fc.uint8Array({ maxLength: 300 }))
    .map(([start, rest]) => Uint8Array.from([...start, ...rest])),
  fc.uint8Array({ maxLength: 300 }),
);

/** Names that would lead elsewhere if anything made a path of them. */
const fileName = fc.oneof(
  fc.constantFrom(
    "../../etc/passwd",
    "..\\..\\boot.ini",
    "/dev/null",
    "a\u0000.md",
    "con.md",
    "__proto__.md",
    "%2e%2e%2f.md",
  ),
  fc.constantFrom(
    "article.md",
    "article.txt",
    ".md",
    "",
    `${"x".repeat(5_000)}.md`,
    "@everyone.md",
    "\u202egpj.md",
  ),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);

/** Processor time in which so small a file is read or refused, in milliseconds, also where other work is done. */
const MOST_TIME = 1_500;

/** The document that a file is, or nothing where the moderator is told what to mend. */
function documentIn(file: Parameters<typeof readUpload>[0]) {
  const before = process.cpuUsage();
  try {
    return readUpload(file, SMALL_GLOSSARY).document;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return undefined;
  } finally {
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(MOST_TIME);
  }
}

/** Whatever a file holds, it changes nothing of what all objects have. */
const isPolluted = (): boolean => Object.keys(Object.prototype).length > 0 || Reflect.has({}, "polluted");

describe("an uploaded file", () => {
  test(
    "is a document with a harmless id, or a list of what to mend, whatever it holds",
    { timeout: TIMEOUT },
    () => {
      fc.assert(
        fc.property(bytes, fileName, (content, name) => {
          const document = documentIn({ bytes: content, name });
          if (document === undefined) return;
          expect(document.id).toMatch(/^[\p{L}\p{N}\p{M}_-]+$/u);
          expect(typeof document.title).toBe("string");
        }),
        tries(120),
      );
    },
  );

  test(
    "with any front matter keeps its text and takes nothing but texts from it",
    { timeout: TIMEOUT },
    () => {
      fc.assert(
        fc.property(frontMatter, (text) => {
          const document = documentIn({ bytes: new TextEncoder().encode(text), name: "article.md" });
          if (document === undefined) return;
          const { title, publisher, url, published } = document;
          for (const fact of [title, publisher, url, published])
            expect(["string", "undefined"]).toContain(typeof fact);
          expect(isPolluted()).toBe(false);
          expect(url ?? "https:").toMatch(/^https?:/);
        }),
        tries(120),
      );
    },
  );
});
