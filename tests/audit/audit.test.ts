import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { affectedBy, parseAdvisories } from "./advisories.ts";
import { audit } from "./audit.ts";
import { installedIn, parseLock, parseManifest } from "./lock.ts";

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

const SHA512 = `sha512-${"a".repeat(86)}==`;
const SOUND = { version: "1.0.0", integrity: SHA512, license: "MIT" };

interface Broken {
  readonly manifest?: object;
  readonly root?: object;
  readonly lockfileVersion?: number;
  /** What the package's entry says otherwise. */
  readonly entry?: object;
  readonly path?: string;
}

/** What is wrong with a project of one package. */
function problems({
  manifest = {},
  root,
  lockfileVersion = 3,
  entry = {},
  path = "node_modules/lamp",
}: Broken) {
  const own = { dependencies: { lamp: "1.0.0" }, ...manifest };
  const packages = { "": root ?? own, [path]: { ...SOUND, ...entry } };
  return audit(parseManifest(JSON.stringify(own)), parseLock(JSON.stringify({ lockfileVersion, packages })));
}

test("nothing is wrong with what this project installs", () => {
  expect(audit(parseManifest(read("package.json")), parseLock(read("package-lock.json")))).toEqual([]);
});

test("a package of a known version, content, place and licence is sound", () => {
  expect(problems({})).toEqual([]);
  expect(problems({ entry: { resolved: "https://registry.npmjs.org/lamp/-/lamp-1.0.0.tgz" } })).toEqual([]);
});

describe("the audit names", () => {
  const LAMP = "node_modules/lamp";
  test.each<[what: string, broken: Broken, problem: string]>([
    ["a lock file of another time", { lockfileVersion: 1 }, "package-lock.json: lockfileVersion is not 3"],
    [
      "a lock file of other dependencies",
      { root: { dependencies: { lamp: "1.0.1" } } },
      "package-lock.json: names other dependencies than package.json; run npm install",
    ],
    [
      "a version that may change",
      { manifest: { dependencies: { lamp: "^1.0.0" } } },
      'package.json: lamp is "^1.0.0", which is no exact version',
    ],
    [
      "a tag in the place of a version",
      { manifest: { devDependencies: { lamp: "latest" } } },
      'package.json: lamp is "latest", which is no exact version',
    ],
    [
      "content that nothing vouches for",
      { entry: { integrity: "" } },
      `${LAMP}: has no sha512 of its content`,
    ],
    [
      "content that a weak hash vouches for",
      { entry: { integrity: "sha1-aaaaaaaaaaaaaaaaaaaaaaaaaaa=" } },
      `${LAMP}: has no sha512 of its content`,
    ],
    [
      "a second hash beside the right one",
      { entry: { integrity: `${SHA512} sha512-${"b".repeat(86)}==` } },
      `${LAMP}: has no sha512 of its content`,
    ],
    [
      "another registry",
      { entry: { resolved: "https://registry.evil.example/lamp-1.0.0.tgz" } },
      `${LAMP}: comes from https://registry.evil.example/lamp-1.0.0.tgz, not from https://registry.npmjs.org/`,
    ],
    [
      "a name that only begins like the registry",
      { entry: { resolved: "https://registry.npmjs.org.evil.example/lamp.tgz" } },
      `${LAMP}: comes from https://registry.npmjs.org.evil.example/lamp.tgz, not from https://registry.npmjs.org/`,
    ],
    [
      "an address without encryption",
      { entry: { resolved: "http://registry.npmjs.org/lamp.tgz" } },
      `${LAMP}: comes from http://registry.npmjs.org/lamp.tgz, not from https://registry.npmjs.org/`,
    ],
    [
      "a repository",
      { entry: { resolved: "git+ssh://git@github.com/evil/lamp.git#abc" } },
      `${LAMP}: comes from git+ssh://git@github.com/evil/lamp.git#abc, not from https://registry.npmjs.org/`,
    ],
    ["a link", { entry: { link: true } }, `${LAMP}: is a link to a folder`],
    [
      "another package under the name",
      { entry: { name: "evil-lamp" } },
      `${LAMP}: is really the package evil-lamp`,
    ],
    [
      "a repository that a package wants",
      { entry: { dependencies: { wick: "github:evil/wick" } } },
      `${LAMP}: wants wick from "github:evil/wick"`,
    ],
    [
      "a script that nobody allowed",
      { entry: { hasInstallScript: true } },
      `${LAMP}: runs a script at its install, which allowScripts in package.json does not name`,
    ],
    [
      "a script that was disallowed",
      { manifest: { allowScripts: { lamp: false } }, entry: { hasInstallScript: true } },
      `${LAMP}: runs a script at its install, which allowScripts in package.json does not name`,
    ],
    [
      "a script that is allowed and not there",
      { manifest: { allowScripts: { lamp: true } } },
      "package.json: allowScripts names lamp, which runs no script",
    ],
    [
      "a licence that nobody looked at",
      { entry: { license: "AGPL-3.0" } },
      `${LAMP}: its licence "AGPL-3.0" is not on the list of tests/audit/policy.ts`,
    ],
    [
      "a package without a licence",
      { entry: { license: "" } },
      `${LAMP}: its licence "" is not on the list of tests/audit/policy.ts`,
    ],
    [
      "a licence that adds to an allowed one",
      { entry: { license: "MIT AND AGPL-3.0" } },
      `${LAMP}: its licence "MIT AND AGPL-3.0" is not on the list of tests/audit/policy.ts`,
    ],
    [
      "a package that its author gave up",
      { entry: { deprecated: "use torch" } },
      `${LAMP}: is deprecated: use torch`,
    ],
  ])("%s", (_, broken, problem) => {
    expect(problems(broken)).toContain(problem);
  });

  test("a package within another by its folder", () => {
    expect(problems({ path: "node_modules/a/node_modules/@lamps/lamp", entry: { integrity: "" } })).toEqual([
      "node_modules/a/node_modules/@lamps/lamp: has no sha512 of its content",
    ]);
  });
});

test.each(["(MIT OR AGPL-3.0)", "MIT AND OFL-1.1", "(BSD-2-Clause OR MIT OR Apache-2.0)"])(
  "the licence %s allows the use",
  (license) => {
    expect(problems({ entry: { license } })).toEqual([]);
  },
);

/** An advisory of OSV about the package. */
const advisory = (affected: object, more: object = {}): string =>
  JSON.stringify({
    id: "GHSA-lamp",
    summary: "It burns",
    affected: [{ package: { ecosystem: "npm", name: "lamp" }, ...affected }],
    ...more,
  });

/** Whether an advisory names this version of the package. */
function named(version: string, text: string): boolean {
  const packages = { "node_modules/lamp": { ...SOUND, version } };
  const lock = parseLock(JSON.stringify({ lockfileVersion: 3, packages }));
  const lines = affectedBy(parseAdvisories(text), installedIn(lock));
  expect(lines).toEqual(lines.map(() => `node_modules/lamp: ${version} is affected by GHSA-lamp: It burns`));
  return lines.length > 0;
}

describe("an advisory", () => {
  const ranges = [
    { type: "SEMVER", events: [{ introduced: "0" }, { fixed: "1.2.0" }, { introduced: "2.0.0" }] },
  ];
  test.each([
    ["0.0.1", true],
    ["1.2.0-rc.1", true],
    ["1.1.9", true],
    ["1.2.0", false],
    ["1.10.0", false],
    ["2.0.0-alpha", false],
    ["2.0.0", true],
    ["10.0.0", true],
  ])("from the start to before 1.2.0 and from 2.0.0 on: is %s named? %s", (version, isNamed) => {
    expect(named(version, advisory({ ranges }))).toBe(isNamed);
  });

  test("may end with the last affected version, or name versions one by one", () => {
    const until = {
      ranges: [{ type: "SEMVER", events: [{ introduced: "1.0.0" }, { last_affected: "1.0.5" }] }],
    };
    const asked = ["0.9.0", "1.0.0", "1.0.5", "1.0.6"];
    expect(asked.filter((version) => named(version, advisory(until)))).toEqual(["1.0.0", "1.0.5"]);
    expect(asked.filter((version) => named(version, advisory({ versions: ["1.0.6"] })))).toEqual(["1.0.6"]);
  });

  test("of another package, another ecosystem, or one that was withdrawn, names nothing", () => {
    expect(named("1.0.0", advisory({ ranges, package: { ecosystem: "npm", name: "torch" } }))).toBe(false);
    expect(named("1.0.0", advisory({ ranges, package: { ecosystem: "PyPI", name: "lamp" } }))).toBe(false);
    expect(named("1.0.0", advisory({ ranges }, { withdrawn: "2026-01-01T00:00:00Z" }))).toBe(false);
  });

  test("comes alone, in a list, or as an answer of the database", () => {
    const one = advisory({ ranges });
    for (const text of [one, `[${one}]`, `{"vulns":[${one}]}`]) expect(named("1.0.0", text)).toBe(true);
  });

  test("of no known shape is refused, rather than taken for none", () => {
    expect(() => parseAdvisories('{"advisories":[]}')).toThrow("Invalid input");
  });
});
