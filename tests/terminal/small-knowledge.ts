import { buildEngine, type Engine } from "../../src/answering/engine.ts";
import { parseDocument } from "../../src/knowledge/parse-document.ts";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";
import { loadLexicon } from "../../src/query/lexicon.ts";

export const GLOSSARY = `# Glossary

## Roles

| Name | Also written |
|---|---|
| DevOps engineer | DevOps, dev ops |
| DevSecOps engineer | DevSecOps, dev sec ops |
| Data scientist | |

## Certifications

| Name | Also written |
|---|---|
| CEH | Certified Ethical Hacker |
| CISSP | |

## Places

| Name | Also written |
|---|---|
| Houston | Houston, TX |
| New York | New York, NY; NYC |

## Topics

| Topic | Name | Words |
|---|---|---|
| definition | What it is | definition |
| salary | Salary | salary, pay, earn |
| certifications | Certifications | certification, certificate |
`;

export const DOCUMENT = `---
title: A guide to DevOps
publisher: Example Press
published: 2023-01-23
url: https://example.org/guide
anchors: headings
---

## What they do

#### What is a DevOps engineer?

> About: DevOps engineer · Topics: definition
>
> - describe the devops engineer job

A DevOps engineer **builds** and runs the pipelines that bring software to its users.

#### What is a DevSecOps engineer?

> About: DevSecOps engineer · Topics: definition
>
> - describe the devsecops engineer job

A DevSecOps engineer does the same:

- keeps an eye on *security*
- automates its tests

## Pay

#### How much does a DevOps engineer earn?

> About: DevOps engineer · Topics: salary
>
> - what is the pay of a devops engineer
>
> Figures: role DevOps engineer; currency USD; period month; date January 2023

| City | Salary | Rent |
|---|---|---|
| Houston | 11,159.75 | 1,303 |
| New York | 11,113.83 | 3,680 |

## Certificates

#### Is the CEH advised?

> About: DevSecOps engineer · Topics: certifications
>
> - should i take the ethical hacker exam

The CEH is advised for DevSecOps engineers.
`;

/** An engine over one short document, so that what is shown can be asserted whole. */
export function buildSmallEngine(): Engine {
  const glossary = parseGlossary(GLOSSARY, "glossary.md");
  const guide = parseDocument(DOCUMENT, { path: "guide.md" }, glossary);
  return buildEngine({ glossary, documents: [guide] }, loadLexicon());
}
