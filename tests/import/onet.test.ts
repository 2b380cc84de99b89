import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ImportError } from "../../src/import/import-error.ts";
import { importOnet } from "../../src/import/onet/import-onet.ts";
import type { TextFile } from "../../src/import/released.ts";
import { parseDocument } from "../../src/knowledge/parse-document.ts";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";

const FOLDER = new URL("fixtures/onet/", import.meta.url);
const FILES: readonly TextFile[] = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(new URL(encodeURIComponent(name), FOLDER), "utf8"),
}));
const GLOSSARY = parseGlossary(
  readFileSync(new URL("../../knowledge/glossary.md", import.meta.url), "utf8"),
  "glossary.md",
);
const NONE: ReadonlyMap<string, string> = new Map();
const RELEASE = { release: "29.3", published: "2025-05", retrieved: "2026-11-22" };

const run = (files = FILES, written = NONE): readonly TextFile[] =>
  importOnet({ files, written, ...RELEASE });

const textOf = (name: string, files = FILES, written = NONE): string =>
  run(files, written).find((each) => each.name === name)?.text ?? "";

/** The release with one of its files changed, or left out. */
const withFile = (name: string, change: (text: string) => string | undefined): readonly TextFile[] =>
  FILES.flatMap((file) => {
    const text = file.name === name ? change(file.text) : file.text;
    return text === undefined ? [] : [{ name: file.name, text }];
  });

const ANALYSTS = "onet-information-security-analysts.md";
const TESTERS = "onet-penetration-testers.md";

describe("a release of O*NET", () => {
  test("becomes a document for each occupation that a role is, or is counted with", () => {
    expect(run().map(({ name }) => name)).toEqual([
      "onet-information-security-analysts.md",
      "onet-penetration-testers.md",
      "onet-information-security-engineers.md",
      "onet-software-developers.md",
      "onet-network-and-computer-systems-administrators.md",
      "onet-computer-network-architects.md",
      "onet-compliance-officers.md",
    ]);
  });

  test("is cited with its number, month, address and the attribution that it asks for", () => {
    const text = textOf(ANALYSTS);
    const made = parseDocument(text, { path: ANALYSTS }, GLOSSARY);
    expect([made.title, made.published, made.retrieved]).toEqual([
      "Information Security Analysts: O*NET 29.3 Database",
      "2025-05",
      "2026-11-22",
    ]);
    expect(text).toContain("url: https://www.onetonline.org/link/summary/15-1212.00\nlicense: CC BY 4.0\n");
    expect(text).toContain(
      "attribution: This page includes information from the O*NET 29.3 Database by the U.S. Department of Labor",
    );
  });

  test("is read alike as CSV and as text with tabs", () => {
    const commas = withFile("Job Zones.txt", (text) => text.replaceAll("\t", ","));
    const renamed = commas.map((file) =>
      file.name === "Job Zones.txt" ? { ...file, name: "Job_Zones.csv" } : file,
    );
    expect(run(renamed)).toEqual(run());
  });

  test("has its first sentence on an occupation quoted", () => {
    expect(textOf(TESTERS)).toContain(
      'describes penetration testers so: "Evaluate network system security by conducting simulated internal and external cyberattacks using adversary tools and techniques."',
    );
  });

  test("has at most eight core tasks listed, in its order", () => {
    const text = textOf(ANALYSTS);
    expect(text).toContain("Among the 9 core tasks of information security analysts (O*NET, August 2018):");
    expect(text.split("\n").filter((line) => line.startsWith('- "'))).toHaveLength(8);
  });

  test("has chosen tasks listed where none is rated as core", () => {
    expect(textOf(TESTERS)).toContain(
      'tasks of penetration testers (O*NET, November 2020):\n\n- "Develop and execute tests that simulate the techniques of known cyber threat actors"\n',
    );
  });

  test("has the technologies listed that are in demand, and no others", () => {
    expect(textOf(TESTERS)).toContain(
      "marks these technologies as in demand for penetration testers: C#, Kali Linux, Metasploit, Nmap.",
    );
  });

  test("has the eight most important skills listed, the most important first", () => {
    const rows = textOf(ANALYSTS)
      .split("\n")
      .filter((line) => /^\| .* \| \d\.\d\d \|$/.test(line));
    expect(rows).toHaveLength(8);
    expect(rows.slice(0, 2)).toEqual(["| Reading Comprehension | 4.00 |", "| Critical Thinking | 3.88 |"]);
  });

  test("has no rating repeated that it advises against", () => {
    const suppressed = withFile("Skills.txt", (text) =>
      text.replace(/^(.*\tReading Comprehension\tIM\t.*\t)N(\t.*)$/m, "$1Y$2"),
    );
    expect(textOf(ANALYSTS)).toContain("Reading Comprehension");
    expect(textOf(ANALYSTS, suppressed)).not.toContain("Reading Comprehension");
  });

  test("says who was asked about education, and when", () => {
    expect(textOf(ANALYSTS)).toContain(
      "26 people who do the work told O*NET what education information security analysts need (August 2018; shares rounded):\n\n| Required education | Share |\n| --- | --- |\n| Bachelor's Degree | 53 % |",
    );
  });

  test("says which zone of preparation is only preliminary", () => {
    expect(textOf(TESTERS)).toContain(
      '"Job Zone Four: Considerable Preparation Needed" (November 2021, a preliminary rating)',
    );
    expect(textOf(ANALYSTS)).toContain('"Job Zone Four: Considerable Preparation Needed" (August 2018).');
  });

  test("has only the closest occupations listed as related, in its order", () => {
    expect(textOf(ANALYSTS)).toContain(
      "most like information security analysts: Information Security Engineers; Penetration Testers; Digital Forensics Analysts; Computer Systems Analysts; Network and Computer Systems Administrators.",
    );
  });

  test("says nothing of what it has not rated", () => {
    const headings = parseDocument(textOf(TESTERS), { path: TESTERS }, GLOSSARY).sections.map(
      ({ heading }) => heading,
    );
    expect(headings).toEqual(["Penetration Testers", "Tasks", "Technology Skills", "Job Zone"]);
  });

  test("gives the same documents from the same files, byte for byte", () => {
    expect(run()).toEqual(run(FILES.toReversed()));
  });
});

const writtenUnder = (heading: string, title: string): ReadonlyMap<string, string> =>
  new Map([
    [ANALYSTS, `## ${heading}\n\n#### Who?\n\n> About: SOC analyst\n>\n> - w\n\nAs "{{title ${title}}}".\n`],
  ]);

describe("written snippets of an O*NET document", () => {
  test("name titles that the release lists under the occupation", () => {
    expect(textOf(ANALYSTS, FILES, writtenUnder("Alternate Titles", "SOC Analyst"))).toContain(
      'As "SOC Analyst".',
    );
  });

  test("are refused with a title that the release lists there no more", () => {
    expect(() => run(FILES, writtenUnder("Alternate Titles", "DevOps Engineer"))).toThrow(
      "{{title DevOps Engineer}} in the written snippets: Alternate Titles has no such title of 15-1212.00; correct the snippet",
    );
  });

  test("are refused under a heading that the document lacks", () => {
    expect(() => run(FILES, writtenUnder("Wages", "SOC Analyst"))).toThrow(
      'the document "Information Security Analysts" has no section "Wages" for its written snippets',
    );
  });
});

describe("a release of O*NET is refused", () => {
  test.each([
    [
      "without a table",
      withFile("Job Zones.txt", () => undefined),
      'there is no table "Job Zones"; add "Job Zones.txt" of the same release to the folder',
    ],
    [
      "without a column",
      withFile("Skills.txt", (text) => text.replace("Data Value", "Value")),
      'Skills.txt:1: there is no column "Data Value"; save the table as released',
    ],
    [
      "with a figure that is none",
      withFile("Skills.txt", (text) => text.replace("\tIM\t3.88\t", "\tIM\tn/a\t")),
      /^Skills\.txt:\d+: "Data Value" is "n\/a" and must be a number; mend the cell$/,
    ],
    [
      "without an occupation",
      withFile("Occupation_Data.csv", (text) => text.replaceAll("15-1299.05", "15-1299.99")),
      "Occupation Data: there is no occupation 15-1299.05; if the release gave it another code, change it in src/import/onet/classes.ts",
    ],
    [
      "without a task that is to be listed",
      withFile("Task Statements.txt", (text) => text.replace("21749", "99999")),
      "Task Statements: 15-1299.04 has no task 21749; choose another in src/import/onet/classes.ts",
    ],
    [
      "without the zone of an occupation",
      withFile("Job Zone Reference.txt", (text) => text.replace("\n4\t", "\n5\t")),
      "Job Zones: 15-1212.00 has no zone of Job Zone Reference; take both of one release",
    ],
    [
      "without the words of an education",
      withFile("Education, Training, and Experience Categories.txt", (text) =>
        text.replace("\tRL\t6\t", "\tRL\t0\t"),
      ),
      "Education, Training, and Experience Categories: there is no category 6 of RL; take the table of the same release",
    ],
  ])("%s", (_, files, message) => {
    expect(() => run(files)).toThrow(ImportError);
    expect(() => run(files)).toThrow(message);
  });

  test("without its number and month", () => {
    expect(() => importOnet({ files: FILES, written: NONE, release: "29.3" })).toThrow(
      "the files do not tell their release; add its number and month: --release 29.3 --published 2025-05",
    );
  });
});
