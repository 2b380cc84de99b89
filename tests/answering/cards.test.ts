import { describe, expect, test } from "vitest";
import { composeCertificationCard } from "../../src/answering/certification-card.ts";
import { composeComparison } from "../../src/answering/comparison.ts";
import { composeRoleCard, composeRoleTopic } from "../../src/answering/role-card.ts";
import { composeSalary } from "../../src/answering/salary-card.ts";
import type { Entity } from "../../src/knowledge/glossary.ts";
import { asks, cited, engineOf, GLOSSARY, LIBRARY, ROLES } from "./library.ts";

function entity(name: string): Entity {
  const found = GLOSSARY.entities.find((each) => each.name === name);
  if (!found) throw new Error(`The glossary has no "${name}".`);
  return found;
}

const DEVOPS = entity("DevOps engineer");
const DEVSECOPS = entity("DevSecOps engineer");

describe("a role's card", () => {
  test("shows a topic a part, each cited, and a menu of the topics it shows", () => {
    expect(composeRoleCard(DEVSECOPS, LIBRARY)).toEqual({
      kind: "answer",
      title: "DevSecOps engineer",
      parts: [
        {
          heading: "What it is",
          text: "A DevSecOps engineer builds security into the pipelines.",
          citations: [cited("roles/What they do")],
          snippets: ["roles/2"],
        },
        {
          heading: "Responsibilities",
          text: "They test the pipeline, mend what the tests find, and explain both.",
          citations: [cited("roles/What they do")],
          snippets: ["roles/3"],
        },
        {
          heading: "Skills",
          text: "- Python\n- threat modelling\n- patience",
          citations: [cited("roles/How to start")],
          snippets: ["roles/4"],
        },
        {
          heading: "Certifications",
          text: "Yes. The CEH of the EC-Council is advised for DevSecOps engineers.",
          citations: [cited("roles/Certificates")],
          snippets: ["roles/7"],
        },
        {
          heading: "How to become one",
          text: "Start in operations, learn to program, then learn to attack what you built.",
          citations: [cited("roles/How to start")],
          snippets: ["roles/5"],
        },
      ],
      misses: [],
      menu: [
        ["What it is", "definition"],
        ["Responsibilities", "responsibilities"],
        ["Skills", "skills"],
        ["Certifications", "certifications"],
        ["How to become one", "becoming"],
      ].map(([label, topic]) => ({
        label,
        run: { command: "role", values: { name: "DevSecOps engineer", topic } },
      })),
      related: [],
    });
  });

  test("never shows what is said of another role", () => {
    const card = composeRoleCard(DEVOPS, LIBRARY);
    expect(card.kind === "answer" && card.parts.map(({ snippets }) => snippets)).toEqual([
      ["roles/1"],
      ["salaries/1"],
    ]);
  });

  test("of a role that no document is about is refused", () => {
    expect(composeRoleCard(entity("Data scientist"), LIBRARY)).toMatchObject({
      kind: "refusal",
      reason: "entity-not-covered",
    });
  });

  test("of one topic brings together what each section says", () => {
    expect(composeRoleTopic(DEVSECOPS, "becoming", LIBRARY)).toEqual({
      kind: "answer",
      title: "DevSecOps engineer: how to become one",
      parts: [
        {
          heading: undefined,
          text: "Start in operations, learn to program, then learn to attack what you built.",
          citations: [cited("roles/How to start")],
          snippets: ["roles/5"],
        },
      ],
      misses: [],
      menu: [],
      related: [],
    });
  });

  test("of one topic that no section covers for the role is refused", () => {
    expect(composeRoleTopic(DEVOPS, "skills", LIBRARY)).toMatchObject({
      kind: "refusal",
      reason: "entity-not-covered",
    });
  });
});

describe("a certification's card", () => {
  test("shows what each section says of it, the one about it first", () => {
    const engine = engineOf({ "mentions.md": MENTIONS, "roles.md": ROLES });
    const card = composeCertificationCard(entity("CEH"), engine);
    expect(
      card.kind === "answer" && {
        title: card.title,
        parts: card.parts.map(({ text, citations }) => [text, citations[0].section]),
        related: card.related,
      },
    ).toEqual({
      title: "CEH",
      parts: [
        ["Yes. The CEH of the EC-Council is advised for DevSecOps engineers.", "Certificates"],
        ["Some hold the CEH.", "Rumours"],
      ],
      related: [],
    });
  });

  test("of one that no document names is refused", () => {
    expect(composeCertificationCard(entity("CISSP"), LIBRARY)).toEqual({
      kind: "refusal",
      reason: "entity-not-covered",
      text: "The documents say nothing on CISSP. They cover DevOps engineers and DevSecOps engineers.",
      suggestions: [],
    });
  });
});

const MENTIONS = `---
title: Mentions
publisher: Example Press
published: 2023
---

## Rumours

#### What do colleagues hold?

> About: DevOps engineer · Topics: certifications
>
> - what have others passed

Some hold the CEH.
`;

describe("a salary", () => {
  test("without a place lists every place, then every employer, whole and cited", () => {
    expect(composeSalary({ role: DEVOPS }, LIBRARY)).toEqual({
      kind: "answer",
      title: "DevOps engineer: salary",
      parts: [
        {
          heading: undefined,
          text: [
            "Per month, currency not stated, January 2023:",
            "- Houston: 11,159.75",
            "- New York: 11,113.83",
            "",
            "By employer:",
            "- Initech, DevOps engineer: $137k (median), period not stated, January 2023",
            "- Globex, DevOps engineer: $121k–$140k (median), period not stated, January 2023",
          ].join("\n"),
          citations: [cited("salaries/By city"), cited("salaries/By employer")],
          snippets: ["salaries/1", "salaries/2"],
        },
      ],
      misses: [],
      menu: [],
      related: [
        asks("How much does a DevOps engineer earn by city?"),
        asks("Which employers pay a DevOps engineer the most?"),
      ],
    });
  });

  test("at a place shows that place alone and offers the others", () => {
    expect(composeSalary({ role: DEVOPS, subject: entity("Houston") }, LIBRARY)).toEqual({
      kind: "answer",
      title: "DevOps engineer: salary (Houston)",
      parts: [
        {
          heading: undefined,
          text: "**Houston** — DevOps engineer, per month, currency not stated, January 2023\n- Salary: 11,159.75\n- Rent: 1,303",
          citations: [cited("salaries/By city")],
          snippets: ["salaries/1"],
        },
      ],
      misses: [],
      menu: [],
      related: ["New York", "Initech", "Globex"].map(salaryAt),
    });
  });

  test("at a place without figures is refused, and places with figures are offered", () => {
    expect(composeSalary({ role: DEVOPS, subject: entity("Dallas") }, LIBRARY)).toEqual({
      kind: "refusal",
      reason: "entity-not-covered",
      text: "The documents state no salary of DevOps engineers for Dallas.",
      suggestions: ["Houston", "New York", "Initech"].map(salaryAt),
    });
  });

  test("of a role without figures at a place is refused, never another role's", () => {
    expect(composeSalary({ role: DEVSECOPS, subject: entity("Houston") }, LIBRARY)).toMatchObject({
      kind: "refusal",
      reason: "entity-not-covered",
      suggestions: [],
    });
  });

  test("of a role without figures is refused, never another role's, and what is known of it is offered", () => {
    expect(composeSalary({ role: DEVSECOPS }, LIBRARY)).toEqual({
      kind: "refusal",
      reason: "topic-not-covered",
      text: "The documents state no pay of DevSecOps engineers.",
      suggestions: [
        { label: "DevSecOps engineer", run: { command: "role", values: { name: "DevSecOps engineer" } } },
      ],
    });
  });
});

function salaryAt(place: string) {
  return {
    label: `DevOps engineer: salary, ${place}`,
    run: { command: "salary", values: { role: "DevOps engineer", place } },
  };
}

describe("a comparison", () => {
  test("of two roles cites each side, and says where one is not stated", () => {
    const reply = composeComparison({ first: DEVOPS, second: DEVSECOPS }, LIBRARY);
    expect(
      reply.kind === "answer" && {
        title: reply.title,
        parts: reply.parts.map(({ heading, text, citations }) => [heading, text, citations]),
      },
    ).toEqual({
      title: "DevOps engineer and DevSecOps engineer",
      parts: [
        [
          "What it is: DevOps engineer",
          "A DevOps engineer builds the pipelines that bring software to its users.",
          [cited("roles/What they do")],
        ],
        [
          "What it is: DevSecOps engineer",
          "A DevSecOps engineer builds security into the pipelines.",
          [cited("roles/What they do")],
        ],
        [
          "Responsibilities: DevSecOps engineer",
          "They test the pipeline, mend what the tests find, and explain both.\n\nDevOps engineer: not stated in the sources.",
          [cited("roles/What they do")],
        ],
        [
          "Skills: DevSecOps engineer",
          "- Python\n- threat modelling\n- patience\n\nDevOps engineer: not stated in the sources.",
          [cited("roles/How to start")],
        ],
        [
          "Certifications: DevSecOps engineer",
          "Yes. The CEH of the EC-Council is advised for DevSecOps engineers.\n\nDevOps engineer: not stated in the sources.",
          [cited("roles/Certificates")],
        ],
        [
          "Salary: DevOps engineer",
          "| City | Salary | Rent |\n|---|---|---|\n| Houston | 11,159.75 | 1,303 |\n| New York | 11,113.83 | 3,680 |\n\nDevSecOps engineer: not stated in the sources.",
          [cited("salaries/By city")],
        ],
        [
          "How to become one: DevSecOps engineer",
          "Start in operations, learn to program, then learn to attack what you built.\n\nDevOps engineer: not stated in the sources.",
          [cited("roles/How to start")],
        ],
      ],
    });
  });

  test("of two roles by one topic shows that topic alone, without a menu", () => {
    expect(composeComparison({ first: DEVOPS, second: DEVSECOPS, topic: "skills" }, LIBRARY)).toEqual({
      kind: "answer",
      title: "DevOps engineer and DevSecOps engineer",
      parts: [
        {
          heading: "Skills: DevSecOps engineer",
          text: "- Python\n- threat modelling\n- patience\n\nDevOps engineer: not stated in the sources.",
          citations: [cited("roles/How to start")],
          snippets: ["roles/4"],
        },
      ],
      misses: [],
      menu: [],
      related: [],
    });
  });

  test("of two roles that one section is about shows that section once", () => {
    const engine = engineOf({
      "both.md": `---
title: Both
publisher: Example Press
published: 2023
---

## Both

#### What skills do DevOps and DevSecOps engineers need?

> About: DevOps engineer, DevSecOps engineer · Topics: skills
>
> - skills of both

Both need patience.
`,
    });
    const reply = composeComparison({ first: DEVOPS, second: DEVSECOPS, topic: "skills" }, engine);
    expect(reply.kind === "answer" && reply.parts.map(({ heading, text }) => [heading, text])).toEqual([
      ["Skills: both", "Both need patience."],
    ]);
  });

  test("of two places sets their figures under one citation", () => {
    expect(composeComparison({ first: entity("Houston"), second: entity("New York") }, LIBRARY)).toEqual({
      kind: "answer",
      title: "Houston and New York",
      parts: [
        {
          heading: undefined,
          text: "**Houston** — DevOps engineer, per month, currency not stated, January 2023\n- Salary: 11,159.75\n- Rent: 1,303\n\n**New York** — DevOps engineer, per month, currency not stated, January 2023\n- Salary: 11,113.83\n- Rent: 3,680",
          citations: [cited("salaries/By city")],
          snippets: ["salaries/1"],
        },
      ],
      misses: [],
      menu: [],
      related: [],
    });
  });

  test("of what documents say nothing on either side of is refused", () => {
    const reply = composeComparison({ first: entity("CISSP"), second: entity("Security+") }, LIBRARY);
    expect({ ...reply, text: "" }).toEqual({
      kind: "refusal",
      reason: "entity-not-covered",
      text: "",
      suggestions: [],
    });
  });
});
