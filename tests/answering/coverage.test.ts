import { describe, expect, test } from "vitest";
import { coverCertifications, coverRoles, type Coverage } from "../../src/answering/coverage.ts";
import { writeCoverage } from "../../src/answering/coverage-page.ts";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";
import { engineOf, LIBRARY } from "./library.ts";

/** What is counted of each name, without the columns that say nothing of it. */
function countsIn({ columns, rows }: Coverage): Readonly<Record<string, Readonly<Record<string, number>>>> {
  return Object.fromEntries(
    rows.map(({ name, counts }) => [
      name,
      Object.fromEntries(
        columns.map((head, at) => [head, counts[at] ?? 0]).filter(([, count]) => count !== 0),
      ),
    ]),
  );
}

const GLOSSARY = parseGlossary(
  `## Roles

| Name | Also written |
|---|---|
| DevOps engineer | |
| DevSecOps engineer | |

## Certifications

| Name | Also written |
|---|---|
| CISSP | |
| CEH | |
| CCNA | |

## Topics

| Topic | Name | Words |
|---|---|---|
${["definition", "exam-cost", "exam-format", "certifications"].map((id) => `| ${id} | ${id} | ${id} |`).join("\n")}
`,
  "glossary.md",
);

const CERTIFICATIONS = `---
title: Exams
publisher: Example Press
---

## Exams

#### How much does the CEH exam cost, and how long is it?

> About: no role · Topics: exam-cost, exam-format
>
> - price and length

It costs $499 and takes four hours.

#### Which certifications suit a DevSecOps engineer?

> About: DevSecOps engineer · Topics: certifications
>
> - certs for devsecops

The CEH and the CCNA.

#### What costs money besides an exam?

> About: no role · Topics: exam-cost
>
> - hidden costs

Training for the CEH does.
`;

describe("the page about the documents", () => {
  test("counts the snippets of each role by what they are on", () => {
    expect(countsIn(coverRoles(LIBRARY))).toEqual({
      "DevOps engineer": { "What it is": 1, Pay: 2 },
      "DevSecOps engineer": {
        "What it is": 1,
        Duties: 1,
        Skills: 1,
        "Education, entry": 2,
        Certifications: 1,
      },
    });
  });

  test("counts for a certification what names it in the question, and of roles what names it anywhere", () => {
    const engine = engineOf({ "exams.md": CERTIFICATIONS }, GLOSSARY);
    expect(countsIn(coverCertifications(engine))).toEqual({ CEH: { Exam: 1, Cost: 1, Roles: 1 } });
  });

  test("shows a dash for what no document says, and says so where there is nothing to show", () => {
    const page = writeCoverage(engineOf({ "exams.md": CERTIFICATIONS }, GLOSSARY));
    expect(page).toContain("\n| DevSecOps engineer | – | – | – | – | – | – | – | 1 | – |\n");
    expect(page).toContain("\n| CEH | – | – | – | 1 | – | 1 | – | 1 |\n");
    expect(page.endsWith("|\n")).toBe(true);
    const empty = engineOf({ "a.md": "# Bread\n\nIt rises." }, GLOSSARY);
    expect(writeCoverage(empty).match(/^No document is about any\.$/gm)).toHaveLength(2);
  });
});
