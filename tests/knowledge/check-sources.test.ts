import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { checkKnowledge, publishersIn, type CheckOptions } from "../../src/knowledge/check-knowledge.ts";
import { describeProblem } from "../../src/knowledge/problems.ts";
import { describeWarning } from "../../src/knowledge/warnings.ts";
import { SMALL_GLOSSARY } from "./sample.ts";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** What a check says of files, without where they are. */
function told(files: Readonly<Record<string, string>>, options: CheckOptions = { glossary: SMALL_GLOSSARY }) {
  const folder = mkdtempSync(join(tmpdir(), "knowledge-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const { warnings, problems } = checkKnowledge(folder, options);
  const short = (text: string): string => text.replaceAll(`${folder}/`, "");
  return {
    warnings: warnings.map((warning) => short(describeWarning(warning))),
    problems: problems.map((problem) => short(describeProblem(problem))),
  };
}

/** A document about which nothing is wrong but for the fields that are stated otherwise, or left out by `""`. */
function source(fields: Readonly<Record<string, string>> = {}): string {
  const all = {
    title: "Pay",
    publisher: "Example Press",
    published: "2024-05-06",
    url: "https://press.example",
    retrieved: "2026-11-21",
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([key, value]) => (value === "" ? [] : [`${key}: ${value}`]));
  return `---\n${lines.join("\n")}\n---\n\n## Pay\n\n#### What is paid?\n\n> - way\n\nEnough.\n`;
}

const FINE = { warnings: [], problems: [] };

test("a source that states its date, publisher and address passes", () => {
  expect(told({ "a.md": source() })).toEqual(FINE);
});

describe("dates", () => {
  test("sources without a date are listed once, each with its line", () => {
    const files = {
      "a.md": source({ published: "not stated" }),
      "b.md": source({ published: "" }),
      "c.md": source(),
    };
    expect(told(files)).toEqual({
      warnings: [
        "warning: sources that state no date, so nobody can tell how old they are; write `published:` where the source prints one:\n  a.md:4, b.md:1",
      ],
      problems: [],
    });
  });

  test("documents that do not say when their source was read are listed", () => {
    expect(told({ "a.md": source({ retrieved: "not stated" }) }).warnings).toEqual([
      "warning: documents that do not say when the source was read; write `retrieved:`:\n  a.md:6",
    ]);
  });

  test.each([
    ["2021-11-20", true],
    ["2021-11-21", false],
    ["2021-10", true],
    ["2021-11", false],
    ["2020", true],
    ["2021", false],
  ])("a source of %s that was read on 2026-11-21 is more than five years old: %s", (published, isOld) => {
    expect(told({ "a.md": source({ published }) }).warnings).toEqual(
      isOld
        ? [
            `warning: sources published more than 5 years before they were read; look for a newer edition:\n  a.md:4 (${published})`,
          ]
        : [],
    );
  });

  test("the age of a source whose date is called otherwise is told with its line", () => {
    expect(told({ "a.md": source({ published: "", date: "2019" }) }).warnings).toEqual([
      "warning: sources published more than 5 years before they were read; look for a newer edition:\n  a.md:6 (2019)",
    ]);
  });

  test.each([
    ["2025-11-20", true],
    ["2025-11-21", false],
    ["2025", false],
  ])("a source read on %s was read long before one of 2026-11-21: %s", (retrieved, isOld) => {
    expect(told({ "a.md": source({ retrieved }), "b.md": source() }).warnings).toEqual(
      isOld
        ? [
            `warning: sources read more than a year before the one read last (2026-11-21); read them again:\n  a.md:6 (${retrieved})`,
          ]
        : [],
    );
  });
});

describe("publishers", () => {
  const publishers = [{ names: ["O*NET", "O*NET OnLine"], license: "CC BY 4.0" }] as const;
  const options = { glossary: SMALL_GLOSSARY, publishers };

  test.each(["O*NET OnLine", "US Department of Labor, O*NET"])(
    "%s asks for attribution, and a document without its licence fails",
    (publisher) => {
      expect(told({ "a.md": source({ publisher }) }, options)).toEqual({
        warnings: [],
        problems: [`a.md:3: the publisher "${publisher}" asks for attribution; state \`license: CC BY 4.0\``],
      });
    },
  );

  test("a stated licence passes, and so does a publisher who asks for nothing", () => {
    const files = { "a.md": source({ publisher: "O*NET", license: "CC BY 4.0" }), "b.md": source() };
    expect(told(files, options)).toEqual(FINE);
  });

  test("the folder's own glossary lists them", () => {
    const glossary =
      "## Publishers that ask to be named\n\n| Publisher | Also written | License |\n|---|---|---|\n| Example Press | | CC BY-SA 4.0 |\n";
    expect(told({ "a.md": source(), "glossary.md": glossary }, options).problems).toEqual([
      'a.md:3: the publisher "Example Press" asks for attribution; state `license: CC BY-SA 4.0`',
    ]);
  });

  test("a list without its licences fails", () => {
    const glossary =
      "## Publishers that ask to be named\n\n| Publisher | Also written |\n|---|---|\n| Example Press | |\n";
    expect(told({ "a.md": source(), "glossary.md": glossary }).problems).toEqual([
      'glossary.md:3: the table in "Publishers that ask to be named" lacks the column "License"',
    ]);
  });

  test("the shipped glossary lists O*NET, NIST and Wikipedia", () => {
    const names = publishersIn("knowledge").map(({ names: [name] }) => name);
    expect(names).toEqual(expect.arrayContaining(["O*NET", "NIST", "Wikipedia"]));
  });
});

describe("citations", () => {
  test("answers that name neither a publisher nor an address fail", () => {
    expect(told({ "a.md": source({ publisher: "", url: "" }) })).toEqual({
      warnings: [],
      problems: [
        "a.md:2: 1 answers cite neither an address nor a publisher, so nobody can look them up; state `url:` or `publisher:`",
      ],
    });
  });

  test("answers without a link are told", () => {
    expect(told({ "a.md": source({ url: "not stated" }) })).toEqual({
      warnings: [
        "warning: documents whose answers are cited without a link; state `url:` where the source has an address:\n  a.md:2 (1 answers)",
      ],
      problems: [],
    });
  });
});

/** A glossary with certifications, one tool and what is ambiguous on purpose. */
function glossaryWith(rows: readonly string[], { tool = "", listed = "" } = {}): string {
  return [
    "## Certifications\n\n| Name | Also written |\n|---|---|",
    ...rows,
    `\n## Tools\n\n| Name | Also written |\n|---|---|\n| Jenkins | ${tool} |`,
    `\n## Ambiguous on purpose\n\n| Alias | Meanings |\n|---|---|\n${listed}`,
  ].join("\n");
}

describe("names of the glossary", () => {
  const CLASHING = ["| Certified DevSecOps Professional | cdp |", "| Certified in Data Protection | CDPs |"];

  test("that two things of one kind have fail", () => {
    expect(told({ "a.md": source(), "glossary.md": glossaryWith(CLASHING) })).toEqual({
      warnings: [],
      problems: [
        'glossary.md:6: "CDPs" means "Certified DevSecOps Professional" (certification, line 5) and "Certified in Data Protection" (certification); keep it in one row, or list it under "Ambiguous on purpose"',
      ],
    });
  });

  test("that are ambiguous on purpose pass", () => {
    const glossary = glossaryWith(CLASHING, { listed: "| CDP | two certifications |" });
    expect(told({ "a.md": source(), "glossary.md": glossary })).toEqual(FINE);
  });

  test("that things of two kinds have are told", () => {
    const glossary = glossaryWith(["| CKA | jenkins |"]);
    expect(told({ "a.md": source(), "glossary.md": glossary })).toEqual({
      warnings: [
        'warning: names of two kinds; keep it in one row, or list it under "Ambiguous on purpose":\n  glossary.md:11 ("Jenkins" means "CKA" (certification, line 5) and "Jenkins" (tool))',
      ],
      problems: [],
    });
  });

  test("that are listed as ambiguous and have one meaning are told", () => {
    const glossary = glossaryWith(["| CKA | cka cert |"], { listed: "| CKA | one thing |" });
    expect(told({ "a.md": source(), "glossary.md": glossary })).toEqual({
      warnings: [
        'warning: names under "Ambiguous on purpose" that no two rows have; add what is missing or take them out:\n  glossary.md:17 (CKA)',
      ],
      problems: [],
    });
  });

  test("that no row has fail where a document or a row links to them", () => {
    const glossary = "## Places\n\n| Name | Also written | Part of |\n|---|---|---|\n| Houston | | Texas |\n";
    expect(told({ "glossary.md": glossary }).problems).toEqual([
      'glossary.md:5: "Houston" is part of "Texas", which has no row',
    ]);
    const card = source().replace("> - way", "> About: Astronaut · Topics: space\n>\n> - way");
    expect(told({ "a.md": card }).problems).toEqual([
      'a.md:13: `About:` has "Astronaut", a role the glossary lacks; the nearest are "Data analyst"',
      'a.md:13: `Topics:` has "space", which the glossary lacks',
    ]);
  });
});
