import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importBls } from "../../src/import/bls/import-bls.ts";
import { ImportError } from "../../src/import/import-error.ts";
import type { TextFile } from "../../src/import/released.ts";
import type { Document } from "../../src/knowledge/document.ts";
import { parseDocument } from "../../src/knowledge/parse-document.ts";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";

const fixture = (name: string): TextFile => ({
  name,
  text: readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8"),
});

const NEW = fixture("national_M2025_dl.csv");
const OLD = fixture("national_M2024_dl.csv");
const PAGE = fixture("information-security-analysts.txt");
const GLOSSARY = parseGlossary(
  readFileSync(new URL("../../knowledge/glossary.md", import.meta.url), "utf8"),
  "glossary.md",
);

const NONE: ReadonlyMap<string, string> = new Map();

const textOf = (name: string, files: readonly TextFile[], written = NONE): string =>
  importBls({ files, written }).find((each) => each.name === name)?.text ?? "";

function documentOf(name: string, files: readonly TextFile[], written = NONE): Document {
  const text = textOf(name, files, written);
  return parseDocument(text, { path: name }, GLOSSARY);
}

const WRITTEN = new Map([
  [
    "bls-oews.md",
    "## 15-1299 Computer Occupations, All Other\n\n#### Does BLS publish what penetration testers earn?\n\n> About: Penetration tester · Topics: salary\n>\n> - pentester pay\n\nNo; all other computer occupations had a median of {{15-1299 median}} in {{month}}.\n\n## National estimates\n\n#### Which occupation earns most?\n\n> About: · Topics: salary\n>\n> - highest wage\n\n{{ranking}}\n",
  ],
  [
    "bls-ooh-information-security-analysts.md",
    "## Job Outlook\n\n#### Why does demand grow?\n\n> About: Security analyst · Topics: outlook\n>\n> - reasons\n\nAttacks are more frequent.\n",
  ],
]);

describe("a wage table as the Bureau publishes it", () => {
  test("becomes typed figures of the whole country, with role, place, currency, period and month", () => {
    const { sections } = documentOf("bls-oews-2025.md", [NEW]);
    const figures = sections
      .filter(({ heading }) => heading === "15-1212 Information Security Analysts")
      .flatMap(({ snippets }) => snippets)
      .flatMap((snippet) => snippet.figures);
    expect(
      figures.map(({ kind, amount, role, place, currency, period, date }) =>
        [kind, amount.text, role, place, currency, period, date].join(" | "),
      ),
    ).toEqual([
      "Salary (median) | 129,180 | Information security analysts | United States | USD | year | May 2025",
      "Salary (10th percentile) | 75,090 | Information security analysts | United States | USD | year | May 2025",
      "Salary (90th percentile) | 199,850 | Information security analysts | United States | USD | year | May 2025",
    ]);
  });

  test("says what is not available, and that a wage is above the highest one published", () => {
    const text = textOf("bls-oews-2025.md", [NEW]);
    expect(text).toContain(
      "was 135,980 USD a year in May 2025 (by the hour: not stated). The middle half earned from 105,210 USD to more than the highest wage that BLS printed; the mean was not stated.",
    );
    expect(text).toContain(
      "| Salary (10th percentile) | not stated |\n| Salary (90th percentile) | not stated |",
    );
    expect(text).toContain("Employees without the self-employed: not stated.");
  });

  test("states the highest wage published where the release has one", () => {
    expect(textOf("bls-oews-2024.md", [OLD])).toContain("| Salary (90th percentile) | 239,200+ |");
  });

  test("answers questions without a year from the newest release that has the occupation", () => {
    const questions = ["bls-oews-2024.md", "bls-oews-2025.md"].flatMap((name) =>
      documentOf(name, [OLD, NEW]).sections.flatMap(({ snippets }) =>
        snippets.map(({ question }) => question),
      ),
    );
    expect(questions).toEqual([
      "How much did information security analysts earn in the United States in May 2024?",
      "How much do computer and information systems managers earn in the United States?",
      "How much do information security analysts earn in the United States?",
      "How much do software developers earn in the United States?",
    ]);
  });

  test("may be an extract with several years in it", () => {
    const extract =
      "YEAR_MAY,OCC_CODE,OCC_TITLE,TOT_EMP,A_MEDIAN\n2024,15-1254,Web Developers,78860,90930\n2025,15-1254,Web Developers,70190,92650\n";
    const made = importBls({ files: [{ name: "extract.csv", text: extract }], written: NONE });
    expect(made.map(({ name }) => name)).toEqual(["bls-oews-2024.md", "bls-oews-2025.md"]);
    expect(made[1]?.text).toContain("was 92,650 USD a year in May 2025");
  });

  test("is refused without its columns", () => {
    const file = { name: "a.csv", text: "YEAR,WAGE\n2025,1\n" };
    expect(() => importBls({ files: [file], written: NONE })).toThrow(
      new ImportError("a.csv: there is no column OCC_CODE or OCC_TITLE or A_MEDIAN"),
    );
  });

  test("is refused beside another of the same year", () => {
    const again = { ...NEW, name: "copy-M2025.csv" };
    expect(() => importBls({ files: [NEW, again], written: NONE })).toThrow(
      new ImportError("two wage tables are of May 2025; keep one of them"),
    );
  });

  test("is refused without a year", () => {
    const file = { name: "wages.csv", text: "OCC_CODE,OCC_TITLE,A_MEDIAN\n15-1212,x,1\n" };
    expect(() => importBls({ files: [file], written: NONE })).toThrow(
      new ImportError("wages.csv: neither a column YEAR_MAY nor the name (national_M2025_dl) tells the year"),
    );
  });
});

describe("reviewed snippets", () => {
  test("stand in the newest release with its figures filled in, and in no other", () => {
    const [newest, older] = ["bls-oews-2025.md", "bls-oews-2024.md"].map((name) =>
      textOf(name, [OLD, NEW], WRITTEN),
    );
    expect(newest).toContain("No; all other computer occupations had a median of 116,580 USD in May 2025.");
    expect(newest).toContain(
      "| Software developers | 135,980 |\n| Information security analysts | 129,180 |",
    );
    expect(older).not.toContain("penetration testers");
  });

  test("on an occupation that the newest release has no more are refused", () => {
    const gone = { ...NEW, text: NEW.text.replaceAll("15-1299", "15-1290") };
    expect(() => importBls({ files: [gone], written: WRITTEN })).toThrow(ImportError);
  });

  test("under a heading that the page has no more are refused", () => {
    const written = new Map([
      ["bls-ooh-information-security-analysts.md", "## Work Environment\n\n#### Where?\n"],
    ]);
    const renamed = { ...PAGE, text: PAGE.text.replace("##  Work Environment", "##  Workplace") };
    expect(() => importBls({ files: [renamed], written })).toThrow(
      'the page "Information Security Analysts" has no section "Work Environment" for its written snippets',
    );
  });
});

describe("a page of the Occupational Outlook Handbook", () => {
  test("becomes a document with the page's title, address, day and sections", () => {
    const made = documentOf("bls-ooh-information-security-analysts.md", [PAGE], WRITTEN);
    expect(made.title).toBe("Information Security Analysts: Occupational Outlook Handbook");
    expect([made.published, made.retrieved]).toEqual(["2025-08-28", "2026-02-22"]);
    expect(made.sections.map(({ heading, snippets }) => `${heading}: ${snippets.length}`)).toEqual([
      "Summary: 1",
      "Pay: 2",
      "Job Outlook: 2",
    ]);
  });

  test("says growth, jobs and openings with what they compare with", () => {
    expect(textOf("bls-ooh-information-security-analysts.md", [PAGE])).toContain(
      "BLS projects 29 percent more jobs for information security analysts from 2024 to 2034: 182,800 jobs in 2024, 234,900 in 2034. Growth to compare with: all computer occupations 9 percent, all occupations 3 percent. About 16,000 openings a year for information security analysts are expected on average, those from people who leave included.",
    );
  });

  test("says a decline as fewer jobs", () => {
    const declining = { ...PAGE, text: PAGE.text.replace("| 29  | 52,100", "| -4  | -7,300") };
    expect(textOf("bls-ooh-information-security-analysts.md", [declining])).toContain(
      "BLS projects 4 percent fewer jobs",
    );
  });

  test("lists the pay of industries in the page's order", () => {
    expect(textOf("bls-ooh-information-security-analysts.md", [PAGE])).toContain(
      "| Information | 136,390 |\n| Management of companies and enterprises | 127,840 |",
    );
  });

  test("says what it leaves out as not stated", () => {
    const bare = {
      ...PAGE,
      text: PAGE.text.replace(/^\|  Typical Entry-Level.*\n/m, "").replace(/The lowest 10 percent.*/, ""),
    };
    const text = textOf("bls-ooh-information-security-analysts.md", [bare]);
    expect(text).toContain("Typical education to enter the occupation: not stated.");
    expect(text).toContain(
      "10th percentile, below which one in ten of them earned: not stated. 90th percentile, above which one in ten earned: not stated.",
    );
  });

  test("of another layout is refused", () => {
    const renamed = { ...PAGE, text: PAGE.text.replaceAll("Job Outlook  About", "Prospects  About") };
    expect(() => importBls({ files: [renamed], written: NONE })).toThrow(
      'information-security-analysts.txt: there is no table of projections under "Job Outlook"',
    );
  });

  test("on an occupation that Rolecall does not report on is left out", () => {
    const other = { ...PAGE, text: PAGE.text.replaceAll(/information security analysts/gi, "Florists") };
    expect(importBls({ files: [NEW, other], written: NONE }).map(({ name }) => name)).toEqual([
      "bls-oews-2025.md",
    ]);
  });
});

test("the same files give the same documents, byte for byte", () => {
  const sources = { files: [NEW, OLD, PAGE], written: WRITTEN };
  expect(importBls(sources)).toEqual(importBls(sources));
});

test("a folder without released files is refused", () => {
  expect(() => importBls({ files: [], written: NONE })).toThrow(ImportError);
});
