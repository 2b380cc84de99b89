import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { checkKnowledge } from "../../src/knowledge/check-knowledge.ts";
import { SMALL_GLOSSARY } from "./sample.ts";

const folders: string[] = [];

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "knowledge-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const SOURCE = `---
title: All about pay
date: 2023-01-23
---

## Pay

Jenkins is a *Dev*elopment tool. At [Career Movement](https://www.indeed.com/career-movement?id=7) they pay
a DevOps engineer $133k a year, which is quite a lot of money for somebody who only automates what others do.
Most of [them](https://www.isaca.org) hold a BA in CS, and **ten** of 12,169.50 cities have 1Br flats.

### Rent

| City | Rent |
|---|---|
| New York, NY | 3,680 |

## Skills

Know Terraform.
`;

function document(answer: string, question = "What is paid?"): string {
  return `---
title: All about pay
publisher: Example Press
published: 2023-01-23
---

## Pay

#### ${question}

> About: DevOps engineer
>
> - way

${answer}

### Rent

## Skills
`;
}

/** What an author is told about an answer under \`## Pay\`, without the path. */
function told(answer: string, question?: string): readonly string[] {
  const folder = folderWith({ "pay.md": document(answer, question) });
  const against = folderWith({ "000.txt": SOURCE });
  const { problems } = checkKnowledge(folder, { against, glossary: SMALL_GLOSSARY });
  return problems.map(({ line, message }) => `${line}: ${message}`);
}

const lacks = (what: string): readonly string[] => [
  `9: the section "Pay", "What is paid?": the source's section does not say ${what}`,
];

describe("checking an answer against its source", () => {
  test.each([
    ["a figure as printed", "It is $133k, or 133k."],
    ["a figure without its thousands separator", "12169.50 cities"],
    ["a digit for a number word or within a word", "10 cities and 1-bedroom flats."],
    ["a name as printed, at any place", "Career Movement pays. So does Career Movement's."],
    ["a name that only a link's address spells", "ISACA pays, see Indeed."],
    ["a subsection's facts", "In New York, NY: 3,680."],
    ["the document's date, title, publisher", "All about pay, Example Press, January 23, 2023."],
    [
      "ordinary words at the start of sentences, items and cells",
      "Nobody knows. Because “Why not” is no answer:\n\n- Money\n\n| Thing |\n|---|\n| Flats |",
    ],
    ["a part of a word that the source prints in italics", "The “Dev” in it."],
    ["abbreviations of the source", "BA, CS, NY, DevOps."],
    ["eleven words in a row", "which is quite a lot of money for somebody who only rests"],
    [
      "a quotation of any length",
      'They say it "is quite a lot of money for somebody who only automates what others do".',
    ],
  ])("%s passes", (_, answer) => {
    expect(told(answer)).toEqual([]);
  });

  test.each([
    ["a wrong figure", "It is $134k.", "$134k"],
    ["a figure in another currency", "It is €133k.", "€133k"],
    ["a figure of another scale", "It is 133.", "133"],
    ["another year", "In January 2024.", "2024"],
    ["a wrong month", "In February 2023.", "February"],
    ["an invented name", "They use Ansible.", "Ansible"],
    ["an invented abbreviation", "- CKA helps", "CKA"],
    ["a name joined from two", "At Career Jenkins.", "Career Jenkins"],
    ["a wrong name that the glossary knows, at the start", "- Terraform", "Terraform"],
    ["a fact of another section", "| Tool |\n|---|\n| Know Terraform |", "Terraform"],
  ])("%s is told", (_, answer, what) => {
    expect(told(answer)).toEqual(lacks(what));
  });

  test("a wrong name in a question is told", () => {
    expect(told("Yes.", "Does Nexient pay?")).toEqual([
      '9: the section "Pay", "Does Nexient pay?": the source\'s section does not say Nexient',
    ]);
  });

  test("twelve words in a row are told", () => {
    expect(told("It is quite a lot of money for somebody who only automates what others do.")).toEqual([
      '9: the section "Pay", "What is paid?" copies the source: "is quite a lot of money for somebody who only automates what"; say it in other words',
    ]);
  });
});

describe("checking a folder", () => {
  test("tells headings that the source or the document lacks, and documents without a source", () => {
    const folder = folderWith({
      "pay.md": document("Yes.").replace("## Skills", "## Skill"),
      "other.md": "---\npublisher: Example Press\n---\n\nText.",
    });
    const against = folderWith({ "000.txt": SOURCE });
    const { problems } = checkKnowledge(folder, { against, glossary: SMALL_GLOSSARY });
    expect(
      problems.map(
        ({ path, line, message }) =>
          `${path.slice(folder.length)}:${line}: ${message.replace(against, "SOURCES")}`,
      ),
    ).toEqual([
      '/other.md:1: SOURCES holds no source titled "other"',
      '/pay.md:1: the source\'s section "Skills" is missing; add its heading',
      '/pay.md:19: the source SOURCES/000.txt has no section "Skill"',
    ]);
  });

  test("describes each document", () => {
    const text = `${document("They use Ansible, AWS and Jenkins.")}\n#### What is “paid”?\n\n> - way\n\nYes.\n`;
    const { lines, problems } = checkKnowledge(folderWith({ "pay.md": text }), { glossary: SMALL_GLOSSARY });
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      "pay: 3 sections, 2 snippets, 0 figures",
      "  sections without a snippet: Rent",
      '  questions asked twice: "What is “paid”?"',
      "  names that the glossary lacks: Ansible, AWS",
    ]);
  });

  test("passes on the problems of a folder that cannot be loaded", () => {
    const folder = folderWith({ "a.md": "a\0" });
    expect(checkKnowledge(folder)).toEqual({
      lines: [],
      warnings: [],
      problems: [
        {
          path: join(folder, "a.md"),
          line: 1,
          message: "the text holds a NUL character; save the file as UTF-8 text without it",
        },
      ],
    });
  });
});

/** What `npm run knowledge` prints, without where the folder is. */
function run(folder: string, ...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "src/check-folder.ts", folder, ...options],
    { encoding: "utf8" },
  );
  return { status, stdout, stderr: stderr.replaceAll(`${folder}/`, "") };
}

describe("npm run knowledge", { timeout: 120_000 }, () => {
  test("prints what it finds and fails when something must be mended", () => {
    const folder = folderWith({ "pay.md": document("It is $134k.") });
    const against = folderWith({ "000.txt": SOURCE });
    const { status, stdout, stderr } = run(folder, "--against", against);
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: "pay: 3 sections, 1 snippets, 0 figures\n  sections without a snippet: Rent, Skills\n",
    });
    expect(stderr.split("\n").at(-2)).toBe(
      `pay.md:9: the section "Pay", "What is paid?": the source's section does not say $134k`,
    );
  });

  test("warns without failing, of amounts on which publishers differ too, with both lines", () => {
    const folder = folderWith({
      "a.md": priced("Old Press", "2022-03-04", "The CEH exam costs $350."),
      "b.md": priced("New Press", "2025-05", "The CEH exam costs $499."),
      "c.md": priced("New Press", "2024-05", "The CEH exam costs $450."),
    });
    expect(run(folder)).toEqual({
      status: 0,
      stdout: ["a", "b", "c"].map((id) => `${id}: 1 sections, 1 snippets, 0 figures\n`).join(""),
      stderr: [
        "warning: documents that state different amounts of the same thing; each answer shows both sides, so mend only what is wrong:",
        "  b.md:10 (CEH: exam fee $499, May 2025), a.md:10 (CEH: exam fee $350, March 2022)\n",
      ].join("\n"),
    });
  });

  test("writes the page about the documents, and fails while it is out of date", () => {
    const folder = folderWith({ "a.md": priced("Old Press", "2022-03-04", "The CEH exam costs $350.") });
    const page = join(folder, "README.md");
    expect(run(folder, "--write")).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync(page, "utf8")).toContain("| CEH | – | – | – | – | – | 1 | – | – |\n");
    expect(run(folder)).toMatchObject({ status: 0, stderr: "" });
    writeFileSync(page, readFileSync(page, "utf8").replace("| CEH | – |", "| CEH | 1 |"));
    expect(run(folder)).toMatchObject({
      status: 1,
      stderr: "README.md:17: the page is not what the documents give; run `npm run knowledge -- --write`\n",
    });
  });

  test("leaves a page that somebody else wrote", () => {
    const folder = folderWith({
      "a.md": priced("Old Press", "2022-03-04", "The CEH exam costs $350."),
      "README.md": "Ours.\n",
    });
    expect(run(folder, "--write")).toMatchObject({
      status: 1,
      stderr:
        "README.md:1: the page was not written by `npm run knowledge -- --write`; move it elsewhere to have one written\n",
    });
    expect(readFileSync(join(folder, "README.md"), "utf8")).toBe("Ours.\n");
  });
});

/** A document that says something of an exam's price. */
function priced(publisher: string, published: string, answer: string): string {
  return `---
publisher: ${publisher}
published: ${published}
url: https://press.example
retrieved: 2025-06-01
---

## Exam

#### How much does the CEH exam cost?

> About: no role · Topics: exam-cost
>
> - price of the ceh exam

${answer}
`;
}
