import { describe, expect, test } from "vitest";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";
import { DocumentError } from "../../src/knowledge/problems.ts";

function problemsOf(text: string): readonly string[] {
  try {
    parseGlossary(text, "knowledge/glossary.md");
  } catch (error) {
    if (error instanceof DocumentError) return error.message.split("\n");
    throw error;
  }
  return [];
}

const table = (heading: string, head: string, ...rows: readonly string[]): string =>
  [`## ${heading}`, "", head, head.replaceAll(/[^|]+/g, "---"), ...rows, ""].join("\n");

const NAMES = "| Name | Also written |";

describe("the glossary", () => {
  test("each table of names becomes entities of its kind", () => {
    const text = [
      "# Glossary\n\nWhat names mean.\n",
      table("Roles", NAMES, "| DevOps engineer | devops, dev ops |", "| GitOps engineer | |"),
      table(
        "Certifications",
        "| Name | Also written | Issuer |",
        "| CEH | certified ethical hacker | EC-Council |",
        "| DSOE | | |",
      ),
      table("Languages (programming)", NAMES, "| C# | c sharp |", "| C++ | |", "| C | |"),
      table(
        "Places",
        "| Name | Also written | Part of |",
        "| Houston | Houston, TX; htown | Texas |",
        "| Texas | | |",
      ),
      table("Laws and standards", NAMES, "| A \\| B | `a b` |"),
      table("Ambiguous on purpose", "| Alias | Meanings |", "| CISA | two things |"),
    ].join("\n");
    expect(parseGlossary(text, "glossary.md").entities).toEqual([
      {
        id: "role:devops-engineer",
        kind: "role",
        name: "DevOps engineer",
        aliases: ["devops", "dev ops"],
        partOf: [],
      },
      { id: "role:gitops-engineer", kind: "role", name: "GitOps engineer", aliases: [], partOf: [] },
      {
        id: "certification:ceh",
        kind: "certification",
        name: "CEH",
        aliases: ["certified ethical hacker"],
        partOf: [],
        issuer: "EC-Council",
      },
      { id: "certification:dsoe", kind: "certification", name: "DSOE", aliases: [], partOf: [] },
      { id: "language:csharp", kind: "language", name: "C#", aliases: ["c sharp"], partOf: [] },
      { id: "language:c-plus-plus", kind: "language", name: "C++", aliases: [], partOf: [] },
      { id: "language:c", kind: "language", name: "C", aliases: [], partOf: [] },
      {
        id: "place:houston",
        kind: "place",
        name: "Houston",
        aliases: ["Houston, TX", "htown"],
        partOf: ["place:texas"],
      },
      { id: "place:texas", kind: "place", name: "Texas", aliases: [], partOf: [] },
      { id: "law:a-b", kind: "law", name: "A | B", aliases: ["a b"], partOf: [] },
    ]);
  });

  test("topics have an id, a name and words in lower case", () => {
    const text = table(
      "Topics",
      "| Topic | Name | Words |",
      "| salary | Salary | Pay, take home |",
      "| visa | | |",
    );
    expect(parseGlossary(text, "glossary.md").topics).toEqual([
      { id: "salary", name: "Salary", words: ["pay", "take home"] },
      { id: "visa", name: "visa", words: [] },
    ]);
  });

  test("word groups start with the word that documents write", () => {
    const text = table("Words", "| Word | Also written |", "| raise | pay rise, hike |");
    expect(parseGlossary(text, "glossary.md").wordGroups).toEqual([["raise", "pay rise", "hike"]]);
  });

  test.each([
    [
      "a name twice",
      table("Tools", NAMES, "| Jenkins | |", "| jenkins | |"),
      '6: "jenkins" in "Tools" is also in line 5; keep one row',
    ],
    [
      "a part of nothing",
      table("Places", "| Name | Also written | Part of |", "| Houston | | Texs |", "| Texas | | |"),
      '5: "Houston" is part of "Texs", which has no row; the nearest are "Texas"',
    ],
    ["a row without a name", table("Tools", NAMES, "| | x |"), '5: a row in "Tools" has no Name'],
    [
      "a missing column",
      table("Topics", "| Topic | Words |", "| pay | pay |"),
      '3: the table in "Topics" lacks the column "Name"',
    ],
    [
      "a topic twice",
      table("Topics", "| Topic | Name | Words |", "| pay | Pay | |", "| pay | Wage | |"),
      '6: "pay" in "Topics" is also in line 5; keep one row',
    ],
  ])("%s is reported with its line", (_, text, problem) => {
    expect(problemsOf(text)).toEqual([`knowledge/glossary.md:${problem}`]);
  });
});
