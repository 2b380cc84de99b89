import { buildEngine, type BaseEngine } from "../../src/answering/engine.ts";
import type { Choice, Citation } from "../../src/answering/reply.ts";
import { parseDocument } from "../../src/knowledge/parse-document.ts";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";
import { loadLexicon } from "../../src/query/lexicon.ts";

/** Names and topics that documents have, and some that none has. */
export const GLOSSARY = parseGlossary(
  `# Glossary

## Roles

| Name | Also written |
|---|---|
| DevOps engineer | DevOps, dev ops |
| DevSecOps engineer | DevSecOps, dev sec ops |
| Data scientist | data science |

## Certifications

| Name | Also written | Issuer |
|---|---|---|
| CEH | Certified Ethical Hacker | EC-Council |
| CISSP | | ISC2 |
| Security+ | sec+ | CompTIA |

## Languages

| Name | Also written |
|---|---|
| C++ | cpp |
| Python | py |

## Places

| Name | Also written | Part of |
|---|---|---|
| Texas | | |
| Houston | Houston TX | Texas |
| Dallas | | Texas |
| New York | NYC | |
| Germany | | |

## Employers

| Name | Also written |
|---|---|
| Initech | |
| Globex | |

## Topics

| Topic | Name | Words |
|---|---|---|
| definition | What it is | definition, define, meaning |
| responsibilities | Responsibilities | responsibility, duty, daily tasks |
| skills | Skills | skill, need to know |
| certifications | Certifications | certification, certificate |
| salary | Salary | salary, earn, income |
| outlook | Outlook | demand, job prospects, outlook |
| becoming | How to become one | become, career path |
| notice | Notice periods | notice period, resignation notice |
| visas | Visas | visa, work permit, sponsorship |

## Words

| Word | Also written |
|---|---|
| what | wat, wut |
| you | u |
| are | r |
| salary | wage, paycheck |
| degree | diploma |
`,
  "glossary.md",
);

const LEXICON = loadLexicon();

/** Documents by file name over the glossary. */
export function engineOf(files: Readonly<Record<string, string>>, glossary = GLOSSARY): BaseEngine {
  const documents = Object.entries(files).map(([path, text]) => parseDocument(text, { path }, glossary));
  return buildEngine({ glossary, documents }, LEXICON);
}

/** A document of two roles. */
export const ROLES = `---
title: Two roles
publisher: Example Press
author: Ada Byron
published: 2022-06-07
url: https://press.example/roles
anchors: headings
retrieved: 2026-11-21
---

## What they do

#### What is a DevOps engineer?

> About: DevOps engineer · Topics: definition
>
> - describe the devops engineer job

A DevOps engineer builds the pipelines that bring software to its users.

#### What is a DevSecOps engineer?

> About: DevSecOps engineer · Topics: definition
>
> - describe the devsecops engineer job

A DevSecOps engineer builds security into the pipelines.

#### What are the responsibilities of a DevSecOps engineer?

> About: DevSecOps engineer · Topics: responsibilities
>
> - what does a devsecops engineer do all day

They test the pipeline, mend what the tests find, and explain both.

## How to start

#### What skills does a DevSecOps engineer need?

> About: DevSecOps engineer · Topics: skills
>
> - what should devsecops people know

- Python
- threat modelling
- patience

#### How do I become a DevSecOps engineer?

> About: DevSecOps engineer · Topics: becoming
>
> - career path into devsecops

Start in operations, learn to program, then learn to attack what you built.

#### Do I need a degree for DevSecOps?

> About: DevSecOps engineer · Topics: becoming
>
> - is a university degree required for devsecops

No. Employers ask for experience rather than a degree.

## Certificates

#### Is the CEH advised for DevSecOps engineers?

> About: DevSecOps engineer · Topics: certifications
>
> - which certifications should a devsecops engineer get

Yes. The CEH of the EC-Council is advised for DevSecOps engineers.
`;

/** Salaries of one role by place and by employer. */
export const SALARIES = `---
title: Salaries by city
publisher: Figures Weekly
published: 2023-01
url: https://figures.example/salaries
anchors: headings
retrieved: 2026-11-21
---

## By city

#### How much does a DevOps engineer earn by city?

> About: DevOps engineer · Topics: salary
>
> Figures: role DevOps engineer; currency not stated; period month; date January 2023
>
> - devops pay by city

| City | Salary | Rent |
|---|---|---|
| Houston | 11,159.75 | 1,303 |
| New York | 11,113.83 | 3,680 |

## By employer

#### Which employers pay a DevOps engineer the most?

> About: DevOps engineer · Topics: salary
>
> Figures: role DevOps engineer; kind salary; date January 2023; note median
>
> - best paying devops employers

| Company | Salary |
|---|---|
| Initech | $137k |
| Globex | $121k–$140k |
`;

/** Two documents that between them have every kind of answer. */
export const LIBRARY: BaseEngine = engineOf({ "roles.md": ROLES, "salaries.md": SALARIES });

/** Words that say one thing and hold nothing of what the other documents are about. */
export const UNRELATED = `---
title: Bread
publisher: Bakers Monthly
published: 2019
---

## Ovens

#### Why does sourdough need a hot oven?

> About: DevOps engineer · Topics: outlook
>
> - oven temperature for sourdough bread

Steam lifts the crust before it hardens.
`;

const SECTIONS: Readonly<Record<string, Citation>> = {
  "roles/What they do": citationOf(ROLES, "roles", "What they do"),
  "roles/How to start": citationOf(ROLES, "roles", "How to start"),
  "roles/Certificates": citationOf(ROLES, "roles", "Certificates"),
  "salaries/By city": citationOf(SALARIES, "salaries", "By city"),
  "salaries/By employer": citationOf(SALARIES, "salaries", "By employer"),
};

/** The citation of a section of the library, written as `document/section`. */
export function cited(section: keyof typeof SECTIONS): Citation {
  const citation = SECTIONS[section];
  if (!citation) throw new Error(`The library has no section "${section}".`);
  return citation;
}

function citationOf(text: string, document: string, section: string): Citation {
  const stated = (key: string): string => new RegExp(`^${key}: (.*)$`, "m").exec(text)?.[1] ?? "";
  return {
    document,
    title: stated("title"),
    publisher: stated("publisher"),
    published: stated("published"),
    section,
    url: `${stated("url")}#${section.toLowerCase().replaceAll(" ", "-")}`,
    language: "en",
  };
}

/** A choice that asks a question. */
export const asks = (question: string): Choice => ({
  label: question,
  run: { command: "ask", values: { question } },
});
