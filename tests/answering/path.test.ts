import { describe, expect, test } from "vitest";
import type { BaseEngine } from "../../src/answering/engine.ts";
import { composePath } from "../../src/answering/path-card.ts";
import type { Answer } from "../../src/answering/reply.ts";
import type { Entity } from "../../src/knowledge/glossary.ts";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";
import { engineOf } from "./library.ts";

const GLOSSARY = parseGlossary(
  `# Glossary

## Roles

| Name | Also written |
|---|---|
| SOC analyst | |
| Threat hunter | |
| Security engineer | |
| Data scientist | |

## Certifications

| Name | Also written | Issuer |
|---|---|---|
| CySA+ | | CompTIA |
| GCIH | | GIAC |

## Topics

| Topic | Name | Words |
|---|---|---|
| definition | What it is | definition |
| becoming | How to become one | become |
| education | Education | degree, education |
| background | Background | background |
| skills | Skills | skill |
| tools | Tools | tool |
| certifications | Certifications | certification |
| related-roles | Related roles | related role |
| career-ladder | Promotion | promotion, next role |
`,
  "glossary.md",
);

/** A document of one publisher with a snippet for each question. */
function page(publisher: string, ...snippets: readonly string[]): string {
  return `---\ntitle: Guide of ${publisher}\npublisher: ${publisher}\npublished: 2025\nreference: true\n---\n\n## Careers\n\n${snippets.join("\n\n")}\n`;
}

function snippet(question: string, about: string, answer: string): string {
  return `#### ${question}\n\n> About: ${about}\n>\n> - ${question.toLowerCase()} please\n\n${answer}`;
}

const BECOMING = snippet(
  "How do I become a SOC analyst?",
  "SOC analyst · Topics: becoming, background",
  "SOC analysts come from support.",
);
const ENTRY_LEVEL = snippet(
  "Is SOC analyst an entry-level job?",
  "SOC analyst · Topics: becoming",
  "Yes: most SOC analysts start without experience.",
);
const NO_DEGREE = snippet(
  "Does a SOC analyst need a degree?",
  "SOC analyst · Topics: education",
  "No. A degree is not asked of SOC analysts.",
);
const MATTERS = snippet(
  "What skills matter most to a SOC analyst?",
  "SOC analyst · Topics: skills",
  "Skills matter more to a SOC analyst than anything else.",
);
const SKILLS = snippet(
  "Which skills are listed for a SOC analyst?",
  "SOC analyst · Topics: skills",
  "1. reading logs\n2. reading packets",
);
const CYSA = snippet(
  "Which certification is close to SOC analyst work?",
  "SOC analyst · Topics: certifications",
  "What the CySA+ covers is close to the work of a SOC analyst.",
);
const CYSA_AGAIN = snippet(
  "Which certification do SOC analysts hold?",
  "SOC analyst · Topics: certifications",
  "Some SOC analysts hold the CySA+.",
);
const GCIH = snippet(
  "Is the GCIH for SOC analysts?",
  "SOC analyst · Topics: certifications",
  "Yes. The GCIH is meant for SOC analysts too.",
);
const ELSEWHERE = snippet(
  "Which certification does a security engineer need?",
  "SOC analyst, Security engineer · Topics: certifications",
  "The GCIH is asked of security engineers.",
);
const RELATED = snippet(
  "Which roles are related to SOC analyst?",
  "SOC analyst, Threat hunter · Topics: related-roles",
  "A SOC analyst works beside the threat hunter and the data scientist.",
);
const LADDER = snippet(
  "What comes after SOC analyst?",
  "SOC analyst · Topics: career-ladder",
  "A SOC analyst moves on to senior SOC analyst.",
);

const over = (files: Readonly<Record<string, string>>): BaseEngine => engineOf(files, GLOSSARY);

function role(name: string): Entity {
  const found = GLOSSARY.entities.find((each) => each.name === name);
  if (!found) throw new Error(`The glossary has no "${name}".`);
  return found;
}

function path(files: Readonly<Record<string, string>>): Answer {
  const reply = composePath(role("SOC analyst"), over(files));
  if (reply.kind !== "answer") throw new Error(reply.text);
  return reply;
}

/** Heading, text and publisher of each part. */
const said = ({ parts }: Answer) =>
  parts.map(({ heading, text, citations }) => [heading, text, citations[0].publisher]);

describe("the path into a role", () => {
  const whole = path({
    "a.md": page("Ada Press", BECOMING, MATTERS, SKILLS, CYSA, CYSA_AGAIN, RELATED, LADDER),
    "b.md": page("Ben Press", ENTRY_LEVEL, NO_DEGREE, GCIH),
  });

  test("goes from the way in to what comes next, each step cited to its document", () => {
    expect(said(whole)).toEqual([
      ["How people get in", "SOC analysts come from support.", "Ada Press"],
      [undefined, "Most SOC analysts start without experience.", "Ben Press"],
      ["What to learn", "1. reading logs\n2. reading packets", "Ada Press"],
      ["Certificates", "Some SOC analysts hold the CySA+.", "Ada Press"],
      [undefined, "The GCIH is meant for SOC analysts too.", "Ben Press"],
      [
        "Related and next roles",
        "A SOC analyst works beside the threat hunter and the data scientist.",
        "Ada Press",
      ],
      [undefined, "A SOC analyst moves on to senior SOC analyst.", "Ada Press"],
    ]);
  });

  test("has a menu of its steps, and leads on to paths that documents are about", () => {
    expect({ title: whole.title, menu: whole.menu, related: whole.related }).toEqual({
      title: "SOC analyst: path",
      menu: [
        step("How people get in", "becoming"),
        step("What to learn", "skills"),
        step("Certificates", "certifications"),
        step("Related and next roles", "related-roles"),
      ],
      related: [
        { label: "Threat hunter: path", run: { command: "path", values: { role: "Threat hunter" } } },
      ],
    });
  });

  test("says nothing of steps that are not stated when all are", () => {
    expect(whole.unstated).toBeUndefined();
  });

  test("names the steps that no document states in one line", () => {
    const some = path({ "a.md": page("Ada Press", SKILLS) });
    expect(said(some)).toEqual([["What to learn", "1. reading logs\n2. reading packets", "Ada Press"]]);
    expect(some.unstated).toBe("Not stated: how people get in; certificates; related and next roles.");
  });

  test("shows one publisher's word on the way in once", () => {
    const alone = path({ "a.md": page("Ada Press", BECOMING, ENTRY_LEVEL) });
    expect(said(alone)).toEqual([["How people get in", "SOC analysts come from support.", "Ada Press"]]);
  });

  test("takes nothing that a document says of another role alone", () => {
    const files = { "a.md": page("Ada Press", BECOMING, ELSEWHERE) };
    expect(path(files).unstated).toBe("Not stated: what to learn; certificates; related and next roles.");
  });

  test("of a role that no document is about is refused", () => {
    expect(composePath(role("Data scientist"), over({ "a.md": page("Ada Press", RELATED) }))).toEqual({
      kind: "refusal",
      reason: "entity-not-covered",
      text: "The documents say nothing on Data scientist. They cover SOC analysts and Threat hunters.",
      suggestions: [],
    });
  });

  test("of a role of which no step is stated is refused without denying the role", () => {
    const about = snippet(
      "What is a SOC analyst?",
      "SOC analyst · Topics: definition",
      "Somebody who watches.",
    );
    expect(composePath(role("SOC analyst"), over({ "a.md": page("Ada Press", about) }))).toEqual({
      kind: "refusal",
      reason: "entity-not-covered",
      text: "The documents say nothing on how people become SOC analysts. They cover SOC analysts.",
      suggestions: [],
    });
  });
});

function step(label: string, topic: string) {
  return { label, run: { command: "role", values: { name: "SOC analyst", topic } } };
}
